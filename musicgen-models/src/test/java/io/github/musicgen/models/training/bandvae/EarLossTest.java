package io.github.musicgen.models.training.bandvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.Ear;
import io.github.musicgen.api.bandvae.EarTies;
import io.github.musicgen.api.bandvae.HeardSteps;
import io.github.musicgen.api.random.SeededRandom;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarLossTest {
    private static final BandVaeConfiguration BAND = BandVaeConfiguration.band();
    private static final float STEP = 1e-2f;

    private static float[] numbers(int count, SeededRandom random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (0.3 * random.nextGaussian());
        }
        return numbers;
    }

    private static BandCells cells(int count, SeededRandom random) {
        byte[] states = new byte[count];
        for (int i = 0; i < count; i++) {
            states[i] = (byte) Math.max(0, random.nextInt(20) - 17);
        }
        return BandCells.of(states);
    }

    private static double cost(EarTies ties, float[] numbers, BandCells cells, HeardSteps heard, EarLoss loss) {
        SeededRandom random = SeededRandom.ofSeed(5);
        float[][] scores = new float[cells.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = numbers(3, random);
        }
        new Ear(ties, numbers).listen(heard, scores);
        return loss.add(cells, heard, scores);
    }

    /** The bass hears two others, drums hear four. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void gradients_areThoseOfFiniteDifferences(int instrument) {
        SeededRandom random = SeededRandom.ofSeed(instrument);
        BandInstrument of = BAND.instruments().get(instrument);
        List<BandCells> others = BAND.instruments().subList(0, instrument).stream()
                .map(other -> cells(BAND.steps() * other.columns(), random))
                .toList();
        HeardSteps heard = HeardSteps.of(BAND, others);
        BandCells cells = cells(BAND.steps() * of.columns(), random);
        EarTies ties = new EarTies(of, instrument);
        float[] numbers = numbers(ties.count(), random);
        EarLoss loss = new EarLoss(ties);
        cost(ties, numbers, cells, heard, loss);
        for (int i = 0; i < numbers.length; i++) {
            float kept = numbers[i];
            numbers[i] = kept + STEP;
            double above = cost(ties, numbers, cells, heard, new EarLoss(ties));
            numbers[i] = kept - STEP;
            double below = cost(ties, numbers, cells, heard, new EarLoss(ties));
            numbers[i] = kept;
            double expected = (above - below) / (2 * STEP);
            assertThat(loss.gradient()[i])
                    .as("number %d", i)
                    .isCloseTo(expected, within(1e-3 * (1 + Math.abs(expected))));
        }
    }
}
