package io.github.musicgen.api;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import java.util.Arrays;
import java.util.List;

/** Songs of seeds, printed: a program of its own, so that it can be run by any JVM in any mode. */
public final class PinnedSongs {
    private static final int STEPS = 64;

    private PinnedSongs() {}

    /** Prints a song a line. */
    public static void main(String[] arguments) {
        songs().forEach(System.out::println);
    }

    static List<String> songs() {
        return List.of(
                song(MelodyRnnConfiguration.basicRnn().withLayers(48, 40), 42),
                song(MelodyRnnConfiguration.lookbackRnn().withLayers(33, 31, 29), 7),
                song(MelodyRnnConfiguration.attentionRnn().withLayers(40, 24), -1));
    }

    private static String song(MelodyRnnConfiguration configuration, long seed) {
        Generation generation = Generator.of(TinyModels.of(configuration, seed))
                .continuing(Tunes.melody())
                .steps(STEPS)
                .temperature(0.9)
                .topP(0.98)
                .atMostRepeats(3)
                .seed(seed)
                .generate();
        return Arrays.toString(generation.melody().events()) + " " + Double.toHexString(generation.logLikelihood());
    }
}
