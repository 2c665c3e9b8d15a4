package io.github.musicgen.api.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfFloatTest {
    private static final int INFINITY = 0x7C00;

    /** The definition, in powers of two. */
    private static double valueOf(int half) {
        double sign = half >>> 15 == 0 ? 1 : -1;
        int exponent = half >>> 10 & 31;
        int fraction = half & 1023;
        if (exponent == 31) {
            return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
        }
        return sign
                * (exponent == 0 ? fraction * Math.pow(2, -24) : (1 + fraction / 1024.0) * Math.pow(2, exponent - 15));
    }

    @Test
    void toFloat_ofAllHalves_isTheirDefinition() {
        for (int half = 0; half <= 0xFFFF; half++) {
            // As bits, so that zeros with different signs differ and things that are no number do not.
            assertThat(Double.doubleToLongBits(HalfFloat.toFloat((short) half)))
                    .as("%04x", half)
                    .isEqualTo(Double.doubleToLongBits(valueOf(half)));
        }
    }

    @Test
    void ofFloat_ofAllHalves_givesThemBack() {
        for (int half = 0; half <= 0xFFFF; half++) {
            int back = HalfFloat.ofFloat(HalfFloat.toFloat((short) half)) & 0xFFFF;
            if ((half & 0x7FFF) > INFINITY) {
                assertThat(back & 0x7FFF).as("%04x", half).isGreaterThan(INFINITY);
                assertThat(back & 0x8000).as("%04x", half).isEqualTo(half & 0x8000);
            } else {
                assertThat(back).as("%04x", half).isEqualTo(half);
            }
        }
    }

    /** Between any two neighbours: the middle goes to the even one, the floats beside the middle to the nearer one. */
    @Test
    void ofFloat_betweenAllNeighbours_isTheNearest() {
        for (int lower = 0; lower < INFINITY; lower++) {
            int upper = lower + 1;
            double above = upper == INFINITY ? 65536 : valueOf(upper);
            float middle = (float) ((valueOf(lower) + above) / 2);
            int even = lower % 2 == 0 ? lower : upper;
            assertThat(HalfFloat.ofFloat(middle)).as("%04x", lower).isEqualTo((short) even);
            assertThat(HalfFloat.ofFloat(Math.nextDown(middle)))
                    .as("%04x", lower)
                    .isEqualTo((short) lower);
            assertThat(HalfFloat.ofFloat(Math.nextUp(middle))).as("%04x", lower).isEqualTo((short) upper);
            assertThat(HalfFloat.ofFloat(-middle)).as("-%04x", lower).isEqualTo((short) (even | 0x8000));
        }
    }

    @Test
    void ofFloat_beyondTheLargest_isInfinite() {
        assertThat(HalfFloat.ofFloat(HalfFloat.MAX)).isEqualTo((short) 0x7BFF);
        assertThat(HalfFloat.ofFloat(Float.MAX_VALUE)).isEqualTo((short) INFINITY);
        assertThat(HalfFloat.ofFloat(Float.NEGATIVE_INFINITY)).isEqualTo((short) (INFINITY | 0x8000));
        assertThat(HalfFloat.ofFloat(Float.MIN_VALUE)).isZero();
        assertThat(HalfFloat.ofFloat(Float.NaN) & 0x7FFF).isGreaterThan(INFINITY);
    }

    @Test
    void toFloats_areLittleEndian() {
        assertThat(HalfFloat.toFloats(Bytes.of("test", new byte[] {0, 0x3C, 0, (byte) 0xC0})))
                .containsExactly(1f, -2f);
    }
}
