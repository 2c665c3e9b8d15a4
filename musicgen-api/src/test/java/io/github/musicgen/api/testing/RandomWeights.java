package io.github.musicgen.api.testing;

import io.github.musicgen.api.engine.Dense;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.api.engine.Vector;
import java.util.SplittableRandom;

/** Weights for tests. */
public final class RandomWeights {
    private RandomWeights() {}

    public static float[] uniform(SplittableRandom random, int length, float bound) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextDouble(-bound, bound);
        }
        return values;
    }

    public static Matrix matrix(Engine engine, SplittableRandom random, int rows, int columns) {
        return engine.matrix(rows, columns, uniform(random, rows * columns, 0.3f));
    }

    public static Dense dense(Engine engine, SplittableRandom random, int rows, int columns) {
        return new Dense(matrix(engine, random, rows, columns), Vector.of(uniform(random, columns, 0.3f)));
    }
}
