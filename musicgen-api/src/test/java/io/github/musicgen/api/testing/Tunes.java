package io.github.musicgen.api.testing;

import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;

/** Music for tests, written for them. */
public final class Tunes {
    private Tunes() {}

    /** Two bars in G, an eighth upbeat left out: one part, 480 ticks to a quarter. */
    public static NoteSequence melody() {
        return NoteSequence.builder(480)
                .tempo(0, 96)
                .timeSignature(0, 4, 4)
                .keySignature(0, 1, KeySignature.Mode.MAJOR)
                .part(lead())
                .build();
    }

    private static Part lead() {
        int[] pitches = {67, 71, 74, 72, 71, 69, 67};
        Part.Builder part = Part.builder("Lead").program(73);
        for (int i = 0; i < pitches.length; i++) {
            long start = 480L * i;
            part.note(pitches[i], 90, start, start + (i == pitches.length - 1 ? 960 : 440));
        }
        return part.build();
    }

    /** A bass below, chords above, drums, and a melody that ends first; odd ticks, two tempos, a change of meter. */
    public static NoteSequence band() {
        return NoteSequence.builder(100)
                .title("Band")
                .tempo(0, 120)
                .tempo(333, 90)
                .timeSignature(0, 4, 4)
                .timeSignature(400, 3, 4)
                .part(Part.builder("Drums")
                        .drums(true)
                        .note(36, 100, 0, 10)
                        .note(38, 100, 100, 110)
                        .build())
                .part(Part.builder("Bass")
                        .program(33)
                        .note(40, 80, 0, 190)
                        .note(43, 70, 203, 391)
                        .build())
                .part(Part.builder("Pad")
                        .program(89)
                        .note(80, 60, 0, 397)
                        .note(84, 60, 0, 397)
                        .note(87, 60, 0, 397)
                        .build())
                .part(Part.builder("Tune")
                        .note(64, 101, 7, 55)
                        .note(67, 90, 103, 149)
                        .note(65, 80, 201, 247)
                        .build())
                .chordSymbol(400, "Dm7")
                .chordSymbol(500, "G7")
                .endTick(700)
                .build();
    }
}
