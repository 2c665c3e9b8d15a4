package io.github.musicgen.examples.cli.music;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;

/** Small pieces that the tests of the commands work on. */
public final class SampleMusic {
    private static final int TICKS_PER_QUARTER = 480;

    private SampleMusic() {}

    /** One note that ends after a hundred million seconds. */
    static NoteSequence late() {
        return NoteSequence.builder(1)
                .tempo(0, 60)
                .part(Part.builder("Late").note(60, 80, 99_999_999, 100_000_000).build())
                .build();
    }

    /** Eight bars of quarter notes up and down a scale in G, on a flute, with a low drone beside it. */
    public static NoteSequence scale() {
        int[] pitches = {67, 69, 71, 72, 74, 72, 71, 69};
        Part.Builder flute = Part.builder("Flute").program(73);
        Part.Builder drone = Part.builder("Drone").program(42);
        for (int quarter = 0; quarter < 32; quarter++) {
            long start = (long) quarter * TICKS_PER_QUARTER;
            flute.note(pitches[quarter % pitches.length], 100, start, start + TICKS_PER_QUARTER);
        }
        drone.note(43, 64, 0, 32L * TICKS_PER_QUARTER).note(50, 64, 0, 32L * TICKS_PER_QUARTER);
        return NoteSequence.builder(TICKS_PER_QUARTER)
                .title("Scale")
                .tempo(0, 120)
                .timeSignature(0, 4, 4)
                .keySignature(0, 1, KeySignature.Mode.MAJOR)
                .part(flute.build())
                .part(drone.build())
                .build();
    }

    /** Four bars of a beat: bass drum and snare in turn, hi-hat in eighths; and a cymbal at the start of the third. */
    public static NoteSequence beat() {
        int[] events = new int[64];
        for (int step = 0; step < events.length; step += 2) {
            int drum = step % 8 == 0 ? 1 : step % 8 == 4 ? 2 : 0;
            events[step] = drum + 4 + (step == 32 ? 128 : 0);
        }
        return DrumPattern.of(events).toNoteSequence(100);
    }

    /** Four bars of bass drum and snare in turn, and a hi-hat on every twelfth step from the given one on: those of 0 to 11 differ. */
    public static NoteSequence beat(int first) {
        int[] events = new int[64];
        for (int step = 0; step < events.length; step++) {
            int drum = step % 8 == 0 ? 1 : step % 8 == 4 ? 2 : 0;
            events[step] = drum + (step % 12 == first ? 4 : 0);
        }
        return DrumPattern.of(events).toNoteSequence(100);
    }

    /** Ten bars of quarter notes that a seed draws from the scale of C. */
    public static NoteSequence tune(long seed) {
        return tune(seed, 4);
    }

    /** The same quarter notes in 3/4. */
    public static NoteSequence waltz(long seed) {
        return tune(seed, 3);
    }

    private static NoteSequence tune(long seed, int quartersPerBar) {
        int[] scale = {60, 62, 64, 65, 67, 69, 71, 72};
        SeededRandom random = SeededRandom.ofSeed(seed);
        Part.Builder part = Part.builder("Tune");
        for (int quarter = 0; quarter < 40; quarter++) {
            long start = (long) quarter * TICKS_PER_QUARTER;
            part.note(scale[random.nextInt(scale.length)], 100, start, start + TICKS_PER_QUARTER);
        }
        return NoteSequence.builder(TICKS_PER_QUARTER)
                .timeSignature(0, quartersPerBar, 4)
                .part(part.build())
                .build();
    }
}
