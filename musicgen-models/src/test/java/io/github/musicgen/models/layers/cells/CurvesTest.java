package io.github.musicgen.models.layers.cells;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Holds what trains to what generates, bit for bit. The engine's functions are nobody's business outside of it, so the test
 * reaches for them by name.
 */
class CurvesTest {
    /** Odd, so that all mantissas and exponents are met: 430,000 of the 2^32 floats, infinities and what is no number too. */
    private static final int STRIDE = 9_973;

    private static final float[] CORNERS = {
        0,
        -0f,
        1,
        -1,
        7.905_311f,
        7.905_312f,
        -7.905_311f,
        -7.905_312f,
        Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    private static MethodHandle ofEngine(String name) throws ReflectiveOperationException {
        Class<?> activations = Class.forName("io.github.musicgen.api.engine.Activations");
        return MethodHandles.privateLookupIn(activations, MethodHandles.lookup())
                .findStatic(activations, name, MethodType.methodType(float.class, float.class));
    }

    private static float[] everywhere() {
        int count = (int) ((1L << Integer.SIZE) / STRIDE);
        float[] values = new float[count + CORNERS.length];
        for (int i = 0; i < count; i++) {
            values[i] = Float.intBitsToFloat(i * STRIDE);
        }
        System.arraycopy(CORNERS, 0, values, count, CORNERS.length);
        return values;
    }

    @Test
    void tanh_isTheEngines() throws Throwable {
        MethodHandle engine = ofEngine("tanh");
        float[] values = everywhere();
        float[] curves = values.clone();
        Curves.tanh(curves, noBias(values.length), values.length);

        for (int i = 0; i < values.length; i++) {
            float expected = (float) engine.invokeExact(values[i]);
            assertSame(Curves.tanh(values[i]), expected, values[i]);
            assertSame(curves[i], expected, values[i]);
        }
    }

    @Test
    void sigmoid_isTheEngines() throws Throwable {
        MethodHandle engine = ofEngine("sigmoid");
        float[] values = everywhere();
        float[] curves = values.clone();
        Curves.sigmoid(curves, noBias(values.length), values.length);

        for (int i = 0; i < values.length; i++) {
            assertSame(curves[i], (float) engine.invokeExact(values[i]), values[i]);
        }
    }

    /** Negative zeros: to add a positive one would make a positive one of a negative one. */
    private static float[] noBias(int length) {
        float[] bias = new float[length];
        Arrays.fill(bias, -0f);
        return bias;
    }

    private static void assertSame(float found, float expected, float of) {
        int bits = Float.floatToIntBits(found);
        if (bits != Float.floatToIntBits(expected)) { // a description for each value would take minutes
            assertThat(bits).as("bits of %s, of %s", found, of).isEqualTo(Float.floatToIntBits(expected));
        }
    }
}
