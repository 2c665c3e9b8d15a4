package io.github.musicgen.examples.cli.generate;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The seed of somebody who said none. It is printed, so that the same can be made again. */
public final class DrawnSeed {
    private static final long BOUND = 1L << 53; // whoever reads JSON as doubles reads it exactly

    private DrawnSeed() {}

    public static long unless(@Nullable Long said) {
        return said == null ? new SplittableRandom().nextLong(BOUND) : said;
    }
}
