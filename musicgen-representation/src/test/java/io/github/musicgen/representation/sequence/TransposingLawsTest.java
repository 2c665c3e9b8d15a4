package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.testing.MusicDomain;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(MusicDomain.class)
@Domain(DomainContext.Global.class)
class TransposingLawsTest {
    @Property(tries = 200)
    void transpose_upAndDown_isTheSame_whereNoNoteLeavesTheRange(
            @ForAll NoteSequence sequence, @ForAll @IntRange(min = -30, max = 30) int semitones) {
        NoteSequence middle = sequence.withParts(sequence.parts().stream()
                .map(part -> part.withNotes(part.notes().stream()
                        .map(note -> note.withPitch(32 + note.pitch() / 2))
                        .toList()))
                .toList());
        NoteSequence back = middle.transpose(semitones).transpose(-semitones);
        assertThat(back.parts()).isEqualTo(middle.parts());
        assertThat(back.keySignatures())
                .extracting(KeySignature::tonic)
                .isEqualTo(sequence.keySignatures().stream()
                        .map(KeySignature::tonic)
                        .toList());
    }

    @Property(tries = 200)
    void transpose_movesEveryPitchClass(
            @ForAll NoteSequence sequence, @ForAll @IntRange(min = -127, max = 127) int semitones) {
        NoteSequence moved = sequence.transpose(semitones);
        for (int i = 0; i < sequence.parts().size(); i++) {
            Part part = sequence.parts().get(i);
            int by = part.drums() ? 0 : semitones;
            assertThat(moved.parts().get(i).notes().stream().map(note -> note.pitch() % 12))
                    .containsExactlyInAnyOrderElementsOf(part.notes().stream()
                            .map(note -> Math.floorMod(note.pitch() + by, 12))
                            .toList());
        }
    }

    @Property(tries = 100)
    void transpose_byOctaves_leavesKeysAndChords(
            @ForAll NoteSequence sequence, @ForAll @IntRange(min = -10, max = 10) int octaves) {
        NoteSequence moved = sequence.transpose(12 * octaves);
        assertThat(moved.keySignatures()).isEqualTo(sequence.keySignatures());
        assertThat(moved.chordSymbols()).isEqualTo(sequence.chordSymbols());
    }
}
