package io.github.musicgen.api.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

    /** The seed and the numbers that Apache Commons RNG pins its own SplitMix64 to. */
    private static final long REFERENCE_SEED = 0x1a2b3c4d5e6f7531L;

    private static final long[] REFERENCE = {
        0x4141302768c9e9d0L, 0x64df48c4eab51b1aL, 0x4e723b53dbd901b3L, 0xead8394409dd6454L,
        0x3ef60e485b412a0aL, 0xb2a23aee63aecf38L, 0x6cc3b8933c4fa332L, 0x9c9e75e031e6fccbL,
        0x0fddffb161c9f30fL, 0x2d1d75d4e75c12a3L, 0xcdcf9d2dde66da2eL, 0x278ba7d1d142cfecL,
        0x4ca423e66072e606L, 0x8f2c3c46ebc70bb7L, 0xc9def3b1eeae3e21L, 0x8e06670cd3e98bceL,
    };

    @Test
    void nextLong_referenceSeed_givesTheReferenceNumbers() {
        SplitMix64 words = new SplitMix64(REFERENCE_SEED);
        assertThat(LongStream.generate(words::nextLong).limit(REFERENCE.length)).containsExactly(box(REFERENCE));
    }

    /** The JDK's generator for splitting is the same function of the seed, which its documentation does not promise. */
    @Property
    void nextLong_anySeed_agreesWithTheJdk(@ForAll long seed) {
        SplitMix64 ours = new SplitMix64(seed);
        SplittableRandom theirs = new SplittableRandom(seed);
        for (int i = 0; i < 10; i++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
        }
    }

    private static Long[] box(long[] values) {
        return LongStream.of(values).boxed().toArray(Long[]::new);
    }
}
