package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Folders of drawn tunes, read as for training. */
final class TestCorpora {
    private static final int[] SCALE = {60, 62, 64, 65, 67, 69, 71, 72}; // [degrees]

    private TestCorpora() {}

    /** Bars of eighths and quarters that wander up and down the scale of C; another tune for every seed. */
    static Melody tune(long seed, int bars) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        int[] events = new int[16 * bars];
        Arrays.fill(events, Melody.NO_EVENT);
        int degree = random.nextInt(SCALE.length);
        for (int step = 0; step < events.length; step += random.nextInt(4) == 0 ? 4 : 2) {
            degree = Math.floorMod(degree + random.nextInt(5) - 2, SCALE.length);
            events[step] = SCALE[degree];
        }
        return Melody.of(events);
    }

    static void write(Path folder, String name, Melody melody) throws IOException {
        MidiWriter.write(
                melody.toNoteSequence(120), Files.createDirectories(folder).resolve(name + ".mid"));
    }

    /** A folder of tunes of ten bars. */
    static Corpus of(Path folder, long firstSeed, int tunes) throws IOException {
        for (int i = 0; i < tunes; i++) {
            write(folder, "tune" + (firstSeed + i), tune(firstSeed + i, 10));
        }
        return read(folder);
    }

    static Corpus read(Path folder) throws IOException {
        return Corpus.read(folder, CorpusOptions.training());
    }
}
