package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Music to learn from where there is none: broken chords over common progressions, each tune of its own seed. */
final class ComposedCorpus {
    private static final int BARS = 8;
    private static final int STEPS_PER_BAR = 16;

    /** Roots of four bars, in C. */
    private static final int[][] PROGRESSIONS = {{60, 65, 67, 60}, {60, 57, 65, 67}, {60, 64, 65, 67}};

    /** Which tone of the chord each eighth takes. */
    private static final int[][] FIGURES = {
        {0, 1, 2, 1, 3, 2, 1, 2}, {0, 2, 1, 2, 0, 2, 1, 2}, {3, 2, 1, 0, 1, 2, 3, 2}, {0, 1, 2, 3, 3, 2, 1, 0}
    };

    private static final int[] MAJOR = {0, 4, 7, 12};
    private static final int[] MINOR = {0, 3, 7, 12};

    private ComposedCorpus() {}

    static Path write(Path folder, int tunes) throws IOException {
        Files.createDirectories(folder);
        for (int seed = 0; seed < tunes; seed++) {
            MidiWriter.write(tune(seed).toNoteSequence(120), folder.resolve("tune-" + seed + ".mid"));
        }
        return folder;
    }

    private static Melody tune(long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        int[] roots = PROGRESSIONS[random.nextInt(PROGRESSIONS.length)];
        int[] events = new int[BARS * STEPS_PER_BAR];
        Arrays.fill(events, Melody.NO_EVENT);
        for (int bar = 0; bar < BARS; bar++) {
            int root = roots[bar % roots.length];
            int[] chord = root == 57 || root == 64 ? MINOR : MAJOR;
            int[] figure = FIGURES[random.nextInt(FIGURES.length)];
            for (int eighth = 0; eighth < figure.length; eighth++) {
                events[bar * STEPS_PER_BAR + 2 * eighth] = root + chord[figure[eighth]];
            }
        }
        return Melody.of(events);
    }
}
