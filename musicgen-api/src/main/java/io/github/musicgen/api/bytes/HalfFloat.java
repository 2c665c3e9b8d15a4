package io.github.musicgen.api.bytes;

/**
 * The 16-bit floating point numbers of IEEE 754: one bit of sign, five of exponent, ten of fraction. Java has them from version
 * 20 on; these give the same.
 */
public final class HalfFloat {
    /** The largest finite one. */
    public static final float MAX = 65504;

    /** The bits of a float's fraction beyond those of a half. */
    private static final int DROPPED_BITS = 13;

    /** How much larger the biased exponent of a float is. */
    private static final int EXPONENT_SHIFT = 127 - 15;

    private static final int SIGN = 0x8000;
    /** Where the bits of a half lie in a float: its sign, and exponent and fraction. */
    private static final int PLACES = 0x8FFF_E000;

    private static final int INFINITY = 0x7C00;
    private static final int QUIET = 0x0200;

    /** Exact for subnormal halves, too: their bits make subnormal floats of as many units. */
    private static final float REBIAS = 0x1p112f;

    /** Values at a time: a young JVM, which reads most halves, compiles a method sooner for many calls than for one that goes on. */
    private static final int FEW = 128;

    private HalfFloat() {}

    /**
     * The float of the same value.
     *
     * @param half its bits
     * @return the value, exactly
     */
    public static float toFloat(short half) {
        if ((half & INFINITY) == INFINITY) {
            return notFinite(half);
        }
        return Float.intBitsToFloat(half << DROPPED_BITS & PLACES) * REBIAS;
    }

    private static float notFinite(short half) {
        int sign = (half & SIGN) << 16;
        return Float.intBitsToFloat(sign | 0x7F80_0000 | (half & 0x3FF) << DROPPED_BITS);
    }

    /**
     * The floats of many.
     *
     * @param halves two bytes each, little-endian
     * @return {@code size / 2} values
     */
    public static float[] toFloats(Bytes halves) {
        short[] bits = halves.shorts();
        float[] values = new float[bits.length];
        for (int from = 0; from < values.length; from += FEW) {
            toFloats(bits, values, from, Math.min(from + FEW, values.length));
        }
        return values;
    }

    private static void toFloats(short[] bits, float[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = toFloat(bits[i]);
        }
    }

    /**
     * The half that is nearest, the even one of two that are.
     *
     * @param value any float; what is beyond the largest half by half a step becomes infinite
     * @return the bits of the half
     */
    public static short ofFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & SIGN;
        int magnitude = bits & 0x7FFF_FFFF;
        return (short) (sign | magnitudeOf(magnitude));
    }

    private static int magnitudeOf(int magnitude) {
        if (magnitude > 0x7F80_0000) {
            return INFINITY | QUIET | (magnitude >>> DROPPED_BITS & 0x3FF);
        }
        if (magnitude >= Float.floatToRawIntBits(MAX + 16)) {
            return INFINITY;
        }
        if (magnitude < Float.floatToRawIntBits(0x1p-14f)) {
            // Between 0.5 and 1 floats are as far apart as subnormal halves, so that adding 0.5 rounds as wanted.
            float rounded = Float.intBitsToFloat(magnitude) + 0.5f;
            return Float.floatToRawIntBits(rounded) - Float.floatToRawIntBits(0.5f);
        }
        int rebiased = magnitude - (EXPONENT_SHIFT << 23);
        int even = rebiased >>> DROPPED_BITS & 1;
        int justBelowHalf = (1 << (DROPPED_BITS - 1)) - 1;
        return (rebiased + justBelowHalf + even) >>> DROPPED_BITS;
    }
}
