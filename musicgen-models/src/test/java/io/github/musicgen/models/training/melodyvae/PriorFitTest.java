package io.github.musicgen.models.training.melodyvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriorFitTest {
    private static final int SIZE = 3;
    private static final int DRAWS = 200_000;
    private static final MelodyVaeConfiguration SMALL = MelodyVaeConfiguration.small()
            .withRange(48, 84)
            .withEncoder(5)
            .withDecoder(4)
            .withLatentSize(SIZE);

    /** With weights that are drawn, and deviations of which softplus makes about one, or next to nothing. */
    private static MelodyVaeBundle bundle(double weights, float deviationBias) throws Exception {
        SeededRandom random = SeededRandom.ofSeed(4);
        List<Tensor> tensors = new ArrayList<>();
        MelodyVaeTensors.schema(SMALL).shapes().forEach((name, shape) -> {
            float[] values = new float[shape.values()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (weights * random.nextGaussian());
            }
            if (name.equals("encoder.deviation.bias")) {
                Arrays.fill(values, deviationBias);
            }
            tensors.add(new Tensor(name, shape, values));
        });
        return MelodyVaeBundle.of(SMALL, TensorTable.of(tensors), ModelCard.of("small"), SamplingOptions.DEFAULT);
    }

    private static List<Melody> melodies() {
        List<Melody> melodies = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int[] events = new int[32];
            Arrays.fill(events, Melody.NO_EVENT);
            for (int step = 0; step < 32; step += 1 + i % 5) {
                events[step] = 50 + (7 * i + step) % 30;
            }
            melodies.add(Melody.of(events));
        }
        return melodies;
    }

    /**
     * What is drawn from the prior is spread like vectors that are drawn for the melodies themselves, one after the other. With 200,000 of
     * each the error of a mean is about 0.003, that of a covariance about 0.005: a fiftieth is seven and four times that.
     */
    @Test
    void draws_areSpreadLikeVectorsOfWhatWasLearned() throws Exception {
        MelodyVaeBundle fitted = PriorFit.of(bundle(1, 0), melodies());
        MelodyVae model = fitted.model(Engine.portable());
        SeededRandom random = SeededRandom.ofSeed(1);
        List<Melody> melodies = melodies();
        double[][] seen = new double[SIZE + 1][SIZE];
        double[][] drawn = new double[SIZE + 1][SIZE];
        for (int i = 0; i < DRAWS; i++) {
            add(model.prior().draw(random), drawn);
        }
        for (Melody melody : melodies) {
            var posterior = model.encode(melody.events());
            for (int i = 0; i < DRAWS / melodies.size(); i++) {
                add(posterior.sample(random), seen);
            }
        }
        for (int i = 0; i < SIZE; i++) {
            assertThat(drawn[SIZE][i]).isCloseTo(seen[SIZE][i], within(0.02));
            for (int j = 0; j < SIZE; j++) {
                assertThat(covariance(drawn, i, j))
                        .as("%s and %s", i, j)
                        .isCloseTo(covariance(seen, i, j), within(0.02));
            }
        }
        assertThat(Math.abs(covariance(seen, 0, 1)) + Math.abs(covariance(seen, 0, 2)))
                .as("numbers that hang together")
                .isGreaterThan(0.1);
        assertThat(Math.abs(seen[SIZE][0])).as("a mean that is not 0").isGreaterThan(0.1);
    }

    /** Sums of products, and in the last row the mean. */
    private static void add(LatentVector vector, double[][] sums) {
        for (int i = 0; i < SIZE; i++) {
            sums[SIZE][i] += (double) vector.at(i) / DRAWS;
            for (int j = 0; j < SIZE; j++) {
                sums[i][j] += (double) vector.at(i) * vector.at(j) / DRAWS;
            }
        }
    }

    private static double covariance(double[][] sums, int i, int j) {
        return sums[i][j] - sums[SIZE][i] * sums[SIZE][j];
    }

    @Test
    void aSpaceThatTellsNothing_hasAPriorNevertheless() throws Exception {
        MelodyVaeBundle fitted = PriorFit.of(bundle(0, -40), melodies());
        assertThat(fitted.model(Engine.portable())
                        .prior()
                        .draw(SeededRandom.ofSeed(1))
                        .values())
                .hasSize(SIZE)
                .doesNotContain(Float.NaN);
    }
}
