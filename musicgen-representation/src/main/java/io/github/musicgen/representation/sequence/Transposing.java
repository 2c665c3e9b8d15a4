package io.github.musicgen.representation.sequence;

import java.util.List;

/** Music at another pitch. */
final class Transposing {
    private Transposing() {}

    static NoteSequence transposed(NoteSequence sequence, int semitones) {
        Requirements.requireRange("semitones", semitones, -Pitch.MAX, Pitch.MAX);
        List<Part> parts = sequence.parts().stream()
                .map(part -> part.drums() ? part : transposed(part, semitones))
                .toList();
        return new NoteSequence(
                sequence.title(),
                sequence.tempoMap(),
                sequence.meterMap(),
                sequence.keySignatures().stream()
                        .map(key -> Spelling.transposed(key, semitones))
                        .toList(),
                parts,
                sequence.chordSymbols().stream()
                        .map(chord -> Spelling.transposed(chord, semitones))
                        .toList(),
                sequence.markers(),
                sequence.endTick());
    }

    private static Part transposed(Part part, int semitones) {
        return part.withNotes(part.notes().stream()
                .map(note -> note.withPitch(folded(note.pitch() + semitones)))
                .toList());
    }

    /** The nearest pitch of the same class in the range of MIDI. */
    private static int folded(int pitch) {
        if (pitch < Pitch.MIN) {
            return Math.floorMod(pitch, Pitch.PER_OCTAVE);
        }
        if (pitch > Pitch.MAX) {
            int lowestOfTopOctave = Pitch.MAX - Pitch.PER_OCTAVE + 1;
            return lowestOfTopOctave + Math.floorMod(pitch - lowestOfTopOctave, Pitch.PER_OCTAVE);
        }
        return pitch;
    }
}
