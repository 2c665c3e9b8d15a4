package io.github.musicgen.models.evaluation.bandvae;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A band of which everything is known. All weights are zero, so that points tell nothing: a cell sounds, or starts, with probabilities that
 * are said, and more by what the ear hears; an earlier segment comes again with scores that are said.
 */
final class PlainBand {
    private PlainBand() {}

    /**
     * A band.
     *
     * @param sounding the score of each cell to sound; to start it has 0
     * @param together what a pitch class adds to this that others sound
     * @param again the scores of all ways to come again
     * @param stays how likely a cell stays what it was in a segment that comes again, changed; it becomes each of the others as likely
     */
    static BandVae of(BandVaeConfiguration configuration, float sounding, float together, float[] again, float stays) {
        List<Tensor> tensors = new ArrayList<>();
        BandVaeTensors.schema(configuration).shapes().forEach((name, shape) -> {
            float[] values = new float[shape.values()];
            if (name.endsWith("decoder.patch.0.bias")) {
                values[0] = sounding;
            } else if (name.endsWith(".again")) {
                Arrays.fill(values, (1 - stays) / (BandVaeTensors.STATES - 1));
                for (int state = 0; state < BandVaeTensors.STATES; state++) {
                    values[state * (BandVaeTensors.STATES + 1)] = stays;
                }
            } else if (name.equals(BandVaeTensors.EAR_PITCHES)) {
                values[0] = together;
            } else if (isLastOfNext(configuration, name)) {
                System.arraycopy(again, 0, values, 2 * configuration.latentSize(), again.length);
            }
            tensors.add(new Tensor(name, shape, values));
        });
        try {
            return BandVae.of(configuration, TensorTable.of(tensors), Engine.portable());
        } catch (MalformedModelException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isLastOfNext(BandVaeConfiguration configuration, String name) {
        List<BandInstrument> instruments = configuration.instruments();
        for (int i = 0; i < instruments.size(); i++) {
            int last = configuration.nextUnits(i).size();
            if (name.equals(BandVaeTensors.next(instruments.get(i).name(), last) + ".bias")) {
                return true;
            }
        }
        return false;
    }
}
