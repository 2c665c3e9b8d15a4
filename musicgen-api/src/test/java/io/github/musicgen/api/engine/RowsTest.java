package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowsTest {
    @Property(tries = 200)
    void loopsOverFourRows_haveTheSameBits(@ForAll @IntRange(min = 1, max = 600) int columns, @ForAll long seed) {
        Random random = new Random(seed);
        float[] p = values(random, columns);
        float[] q = values(random, columns);
        float[] r = values(random, columns);
        float[] s = values(random, columns);
        float[] before = values(random, columns);
        float[] late = before.clone();
        float[] brief = before.clone();
        float[] early = before.clone();
        Rows.addFour(p, q, r, s, p[0], q[0], r[0], s[0], late);
        Rows.addFourShort(p, q, r, s, p[0], q[0], r[0], s[0], brief);
        Rows.addFourEarly(p, q, r, s, p[0], q[0], r[0], s[0], early);
        assertThat(early).isEqualTo(late);
        assertThat(brief).isEqualTo(late);
    }

    @Property(tries = 200)
    void loopsOverOneRow_haveTheSameBits(@ForAll @IntRange(min = 1, max = 600) int columns, @ForAll long seed) {
        Random random = new Random(seed);
        float[] row = values(random, columns);
        float[] late = values(random, columns);
        float[] early = late.clone();
        Rows.add(row, row[0], late);
        Rows.addEarly(row, row[0], early);
        assertThat(early).isEqualTo(late);
    }

    @Example
    void earlyLoops_takeTheFirstPasses_thenMostOfThem_thenNone() {
        FirstPasses passes = new FirstPasses();
        assertThat(earlyOnes(passes, 1 << 14)).isEqualTo(1 << 14);
        assertThat(earlyOnes(passes, 7000)).isEqualTo(6000);
        earlyOnes(passes, 1 << 18);
        assertThat(earlyOnes(passes, 7000)).isZero();
    }

    private static int earlyOnes(FirstPasses passes, int count) {
        int early = 0;
        for (int i = 0; i < count; i++) {
            early += passes.isEarly() ? 1 : 0;
        }
        return early;
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
