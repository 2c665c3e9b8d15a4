package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.Ear;
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

    private static double cost(BandInstrument of, float[] numbers, BandCells cells, HeardSteps heard, EarLoss loss) {
        SeededRandom random = SeededRandom.ofSeed(5);
        float[][] scores = new float[cells.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = numbers(3, random);
        }
        ear(of, numbers).listen(heard, scores);
        return loss.add(cells, heard, scores);
    }

    private static Ear ear(BandInstrument of, float[] numbers) {
        if (of.drums()) {
            return Ear.ofDrums(of, numbers);
        }
        float[] pitches = new float[36];
        System.arraycopy(numbers, 0, pitches, 0, 36);
        return Ear.ofPitches(of, pitches, numbers[36], numbers[37], numbers[38]);
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
        float[] numbers = numbers(of.drums() ? 18 : 39, random);
        EarLoss loss = new EarLoss(of);
        cost(of, numbers, cells, heard, loss);
        for (int i = 0; i < numbers.length; i++) {
            float kept = numbers[i];
            numbers[i] = kept + STEP;
            double above = cost(of, numbers, cells, heard, new EarLoss(of));
            numbers[i] = kept - STEP;
            double below = cost(of, numbers, cells, heard, new EarLoss(of));
            numbers[i] = kept;
            double found = i < loss.pitches().length ? loss.pitches()[i] : loss.rhythm()[i - loss.pitches().length];
            double expected = (above - below) / (2 * STEP);
            assertThat(found).as("number %d", i).isCloseTo(expected, within(1e-3 * (1 + Math.abs(expected))));
        }
    }
}
