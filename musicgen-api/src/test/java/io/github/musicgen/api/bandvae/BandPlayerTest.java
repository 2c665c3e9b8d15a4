package io.github.musicgen.api.bandvae;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyBands;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is played by who has to sound: a piano alone that has heard nothing. Its weights are zero but for a few, so that points are drawn
 * from the standard normal distribution, and cells follow from their first number.
 */
class BandPlayerTest {
    private static final BandVaeConfiguration PIANO =
            TinyBands.TINY.withInstruments(TinyBands.TINY.instruments().subList(0, 1));
    private static final int CELLS = 16 * 24;
    private static final int PLANES = 3;

    /**
     * A piano.
     *
     * @param elsewhere the score of each cell to sound
     * @param beyond the first number of a point counts for as much as it is more than this
     * @param first what that adds, so many times, to the scores of the first cells
     */
    private static BandVae piano(double elsewhere, double beyond, double... first) {
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : TinyBands.weights(PIANO, 1)) {
            boolean isProbability = tensor.name().equals(BandVaeTensors.again("piano"));
            tensors.add(
                    isProbability
                            ? tensor
                            : new Tensor(
                                    tensor.name(),
                                    tensor.shape(),
                                    new float[tensor.shape().values()]));
        }
        TensorTable weights = TensorTable.of(tensors);
        String latent = BandVaeTensors.fromLatent("piano");
        values(weights, MelodyRnnTensors.weights(latent))[0] = 1;
        values(weights, MelodyRnnTensors.bias(latent))[0] = (float) -beyond;
        values(weights, MelodyRnnTensors.weights(BandVaeTensors.up("piano", 2)))[0] = 1;
        values(weights, MelodyRnnTensors.weights(BandVaeTensors.up("piano", 1)))[0] = 1;
        String cells = BandVaeTensors.up("piano", 0);
        for (int i = 0; i < first.length; i++) {
            values(weights, MelodyRnnTensors.weights(cells))[i * PLANES] = (float) first[i];
        }
        values(weights, MelodyRnnTensors.bias(cells))[0] = (float) elsewhere;
        try {
            return BandVae.of(PIANO, weights, Engine.portable());
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] values(TensorTable weights, String name) {
        return weights.tensor(name).values();
    }

    /** Which cells sound in the first segment. */
    private static List<Integer> sounding(BandVae model, PlayOptions options) {
        BandCells cells =
                new BandPlayer(model, options, PlayedKey.HOME).play().get(0).cells();
        return IntStream.range(0, cells.size())
                .filter(cell -> cells.at(cell) != BandCells.SILENT)
                .boxed()
                .toList();
    }

    /**
     * One point of ten lets the first cell sound; of the others all cells are as likely, and sound for want of a likelier one. Of 300
     * pianos 0.9^16 find none in sixteen points, which are 55.6, with a deviation of 6.7: six of these to either side are exceeded in
     * less than one of a million choices of seeds. One point more or less is not seen; half as many, or twice, are.
     */
    @Test
    void whoHasToSound_drawsUpToSixteenPoints_untilOneSounds() {
        BandVae model = piano(-1, 1.2815516, 1e6);
        int inVain = 0;
        for (int seed = 0; seed < 300; seed++) {
            List<Integer> sounding = sounding(model, new PlayOptions(1, 0.5, seed));
            if (sounding.size() == CELLS) {
                inVain++;
            } else {
                assertThat(sounding).containsExactly(0);
            }
        }
        assertThat(inVain).isBetween(16, 95);
        assertThat(BandPlayer.TRIES).isEqualTo(16);
    }

    /** Of 0.4, 0.33 and 0.31 the second is more than four fifths of the first, and the third is less. */
    @Test
    void whoHasToSound_andFindsNothing_playsWhatIsNearlyAsLikelyAsTheLikeliest() {
        BandVae model = piano(-10, -1, 10 + score(0.4), 10 + score(0.33), 10 + score(0.31));
        assertThat(sounding(model, new PlayOptions(0, 0.5, 1))).containsExactly(0, 1);
    }

    @Test
    void whoHasToSound_andDoes_playsNoMoreThanThat() {
        BandVae model = piano(-10, -1, 10 + score(0.4), 10 + score(0.33), 10 + score(0.31));
        assertThat(sounding(model, new PlayOptions(0, 0.35, 1))).containsExactly(0);
    }

    /** Of which the logistic function makes a probability. */
    private static double score(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
