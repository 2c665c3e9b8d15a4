package io.github.musicgen.api;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Music of one melody, perhaps with a bass that goes on for longer, a key signature, and chord symbols that stand beyond its end.
 *
 * @param notes of the melody, in sixteenths
 * @param bassSteps how long the bass is, 0 for none
 * @param fifths of the key signature, if there is one
 * @param chordSteps where chord symbols stand, in steps, and which
 */
record RandomPrimer(List<Note> notes, int bassSteps, Optional<Integer> fifths, List<ChordSymbol> chordSteps) {
    static final String PART = "Lead";

    private static final int TICKS_PER_STEP = 120;

    static Arbitrary<RandomPrimer> any() {
        return Combinators.combine(
                        lines(),
                        Arbitraries.integers().between(0, 80).optional(0.3),
                        Arbitraries.integers().between(-7, 7).optional(0.3),
                        chords().list().ofMaxSize(5))
                .as((notes, bass, fifths, chords) -> new RandomPrimer(notes, bass.orElse(0), fifths, chords));
    }

    private static Arbitrary<List<Note>> lines() {
        Arbitrary<Integer> pitches = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 127),
                Arbitraries.integers().between(55, 80),
                Arbitraries.of(60, 60, 60, 67));
        Arbitrary<Integer> rests = Arbitraries.of(0, 0, 0, 1, 4, 18);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 6);
        return Combinators.combine(pitches, rests, lengths)
                .as((pitch, rest, length) -> new Note(pitch, 80, rest, rest + length))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(RandomPrimer::oneAfterTheOther);
    }

    private static List<Note> oneAfterTheOther(List<Note> drawn) {
        List<Note> line = new ArrayList<>();
        long end = 0;
        for (Note note : drawn) {
            line.add(note.withTicks(end + note.startTick(), end + note.endTick()));
            end += note.endTick();
        }
        return line;
    }

    private static Arbitrary<ChordSymbol> chords() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.of("C", "Dm7", "G7/B", "N.C.", "Ab6", "F#dim"))
                .as((step, text) -> new ChordSymbol(step, text));
    }

    NoteSequence music() {
        NoteSequence.Builder music = NoteSequence.builder(4 * TICKS_PER_STEP).tempo(0, 100);
        if (bassSteps > 0) {
            music.part(Part.builder("Bass")
                    .note(30, 90, 0, (long) bassSteps * TICKS_PER_STEP)
                    .build());
        }
        List<Note> ticks = notes.stream()
                .map(note -> note.withTicks(note.startTick() * TICKS_PER_STEP, note.endTick() * TICKS_PER_STEP))
                .toList();
        music.part(Part.builder(PART).notes(ticks).build());
        fifths.ifPresent(each -> music.keySignature(0, each, KeySignature.Mode.MAJOR));
        chordSteps.forEach(chord -> music.chordSymbol(chord.tick() * TICKS_PER_STEP, chord.text()));
        return music.build();
    }

    /** Where the continuation has to begin. */
    int endStep() {
        return (int) Math.max(notes.get(notes.size() - 1).endTick(), bassSteps);
    }

    List<Integer> pitches() {
        return notes.stream().map(Note::pitch).toList();
    }

    int tonic() {
        int[] pitches = pitches().stream().mapToInt(each -> each).toArray();
        return fifths.map(each -> Math.floorMod(each * 7, 12))
                .orElse(Melody.of(pitches).keyHistogram().bestKey());
    }

    /** The chord symbol that stands at a step of the music. */
    Optional<String> chordAt(int step) {
        Optional<ChordSymbol> standing = Optional.empty();
        for (ChordSymbol chord : music().chordSymbols()) {
            standing = chord.tick() <= (long) step * TICKS_PER_STEP ? Optional.of(chord) : standing;
        }
        return standing.map(ChordSymbol::text);
    }
}
