package io.github.musicgen.models.training;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Melodies that are easily learned: scales up and down, from different notes. */
final class Phrases {
    private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72}; // [degrees]
    private static final int STEPS_PER_NOTE = 2;

    private Phrases() {}

    static List<Melody> melodies(int count, long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Melody> melodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            melodies.add(melody(random.nextInt(SCALE.length), 16 + random.nextInt(24)));
        }
        return melodies;
    }

    private static Melody melody(int first, int notes) {
        int[] events = new int[notes * STEPS_PER_NOTE];
        Arrays.fill(events, Melody.NO_EVENT);
        for (int note = 0; note < notes; note++) {
            events[note * STEPS_PER_NOTE] = SCALE[(first + note) % SCALE.length];
        }
        return Melody.of(events);
    }
}
