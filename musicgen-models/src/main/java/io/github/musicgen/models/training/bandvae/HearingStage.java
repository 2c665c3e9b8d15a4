package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.layers.roll.NextLoss;
import io.github.musicgen.models.network.BandVaeNetwork;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an instrument makes of what others play next, on top of what it knows of itself: the rows of weights that hear are learned, all else
 * stays. So told nothing of others it is what it was, and what it hears has to pay.
 */
final class HearingStage extends SuccessionStage {
    HearingStage(
            BandVaeNetwork networks,
            int instrument,
            BandTrainingOptions options,
            TensorTable weights,
            Follows follows) {
        super(
                networks,
                instrument,
                options,
                networks.next(instrument, weights),
                CellChanges.of(weights.tensor(NextStage.again(networks.configuration(), instrument))
                        .values()),
                follows);
    }

    @Override
    public String name() {
        return configuration.instruments().get(instrument).name() + ", hears";
    }

    @Override
    public boolean addsToWhatIsThere() {
        return true;
    }

    /** Others are hidden as often as hidden units are dropped, so that each alone tells what it can. */
    @Override
    NextExamples.Hearing learns(SplittableRandom random) {
        return () -> random.nextDouble() >= options.dropout();
    }

    @Override
    NextExamples.Hearing watched() {
        return NextExamples.Hearing.ALL;
    }

    /** Adam leaves what has no gradient as it is. */
    @Override
    void learned(int[] chosen, NextLoss cost) {
        INDArray hearing = network.gradient("0.W");
        INDArray learned = hearing.dup();
        network.gradients().assign(0);
        for (long row = configuration.nextInputs(0); row < learned.size(0); row++) {
            hearing.getRow(row).assign(learned.getRow(row));
        }
    }
}
