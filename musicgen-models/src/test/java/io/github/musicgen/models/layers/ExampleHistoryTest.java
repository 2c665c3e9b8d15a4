package io.github.musicgen.models.layers;

import static io.github.musicgen.models.blas.NativeValues.get;
import static io.github.musicgen.models.blas.NativeValues.put;
import static io.github.musicgen.models.blas.NativeValues.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.models.blas.NativeFloats;
import io.github.musicgen.models.blas.Workspace;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against sums in doubles, one by one, with one history for all tries, which grows and shrinks. */
class ExampleHistoryTest {
    private static final float TOLERANCE = 1e-5f;

    private static final ExampleHistory HISTORY = new ExampleHistory();

    private final Workspace input = new Workspace();
    private final Workspace output = new Workspace();

    @Property(tries = 200)
    void sumsOfVectors_areThoseOfEachExample(
            @ForAll @IntRange(min = 1, max = 70) int size,
            @ForAll @IntRange(min = 1, max = 70) int batch,
            @ForAll @IntRange(min = 1, max = 12) int numbers,
            @ForAll @IntRange(min = 0, max = 11) int skipped,
            @ForAll boolean added) {
        float[][] vectors = filled(size, batch, numbers);
        int first = Math.min(skipped, numbers - 1);
        float[] weights = random(new Random(2), numbers * batch);
        float[] before = random(new Random(3), size * batch);
        float[] expected = new float[size * batch];
        for (int i = 0; i < expected.length; i++) {
            double sum = added ? before[i] : 0;
            for (int number = first; number < numbers; number++) {
                sum += (double) weights[number * batch + i % batch] * vectors[number][i];
            }
            expected[i] = (float) sum;
        }

        long sums = put(output, before);
        long firstWeight = NativeFloats.plus(put(input, weights), (long) first * batch);
        HISTORY.sumUp(first, numbers - first, firstWeight, batch, added ? 1 : 0, sums);

        assertThat(get(sums, size * batch)).containsExactly(expected, within(TOLERANCE));
    }

    @Property(tries = 200)
    void productsOfVectors_areThoseOfEachExample(
            @ForAll @IntRange(min = 1, max = 70) int size,
            @ForAll @IntRange(min = 1, max = 70) int batch,
            @ForAll @IntRange(min = 1, max = 12) int numbers) {
        float[][] vectors = filled(size, batch, numbers);
        float[] expected = new float[numbers * batch];
        for (int i = 0; i < expected.length; i++) {
            double sum = 0;
            for (int place = i % batch; place < size * batch; place += batch) {
                sum += (double) vectors[i / batch][place] * vectors[numbers - 1][place];
            }
            expected[i] = (float) sum;
        }

        long products = put(output, new float[numbers * batch]);
        HISTORY.multiply(0, numbers, HISTORY.at(numbers - 1), products);

        assertThat(get(products, numbers * batch)).containsExactly(expected, within(TOLERANCE));
    }

    private static float[][] filled(int size, int batch, int numbers) {
        HISTORY.begin(size, numbers, batch);
        float[][] vectors = new float[numbers][];
        for (int number = 0; number < numbers; number++) {
            vectors[number] = random(new Random(10 + number), size * batch);
            HISTORY.put(number, vectors[number]);
        }
        return vectors;
    }
}
