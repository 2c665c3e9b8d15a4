package io.github.musicgen.models.blas;

import java.util.Random;

/** Values outside the heap, for tests of what is handed addresses. */
public final class NativeValues {
    private NativeValues() {}

    /** Values from -0.5 to 0.5. */
    public static float[] random(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    /** Puts values into memory, and tells where they are. */
    public static long put(Workspace memory, float[] values) {
        long address = memory.ofAtLeast(values.length);
        new NativeFloats().at(address).put(values, 0, values.length);
        return address;
    }

    /** Copies so many values. */
    public static float[] get(long address, int count) {
        float[] values = new float[count];
        new NativeFloats().at(address).get(values, 0, count);
        return values;
    }
}
