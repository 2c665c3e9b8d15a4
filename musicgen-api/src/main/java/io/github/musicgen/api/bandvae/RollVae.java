package io.github.musicgen.api.bandvae;

import static io.github.musicgen.api.bandvae.BandVaeTensors.down;
import static io.github.musicgen.api.bandvae.BandVaeTensors.fromLatent;
import static io.github.musicgen.api.bandvae.BandVaeTensors.toLatent;
import static io.github.musicgen.api.bandvae.BandVaeTensors.up;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.engine.Dense;
import io.github.musicgen.api.engine.PatchDown;
import io.github.musicgen.api.engine.PatchShape;
import io.github.musicgen.api.engine.PatchUp;
import io.github.musicgen.api.melodyrnn.Blocks;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.Posterior;
import java.util.ArrayList;
import java.util.List;

/** The autoencoder of one instrument. */
final class RollVae {
    private final BandVaeConfiguration configuration;
    private final List<PatchDown> downs = new ArrayList<>();
    private final List<PatchUp> ups = new ArrayList<>(); // in the order of the encoder
    private final Dense toLatent;
    private final Dense fromLatent;

    RollVae(BandVaeConfiguration configuration, int instrument, Blocks blocks) {
        this.configuration = configuration;
        String name = configuration.instruments().get(instrument).name();
        List<PatchShape> read = configuration.encoderShapes(instrument);
        List<PatchShape> written = configuration.decoderShapes(instrument);
        for (int i = 0; i < read.size(); i++) {
            downs.add(new PatchDown(
                    read.get(i), blocks.matrix(weights(down(name, i))), blocks.vector(bias(down(name, i)))));
            ups.add(new PatchUp(written.get(i), blocks.matrix(weights(up(name, i))), blocks.vector(bias(up(name, i)))));
        }
        toLatent = blocks.dense(toLatent(name));
        fromLatent = blocks.dense(fromLatent(name));
    }

    Posterior encode(BandCells cells) {
        float[][] map = downs.get(0).applySparse(cells.set(configuration.planesRead()));
        for (int i = 1; i < downs.size(); i++) {
            map = downs.get(i).apply(map);
        }
        float[] told = new float[configuration.encoderOutputs()];
        toLatent.apply(map[0], told);
        return posterior(told, configuration.latentSize());
    }

    /** Of means and logarithms of variances, of which there may be a single one. */
    static Posterior posterior(float[] told, int size) {
        float[] means = new float[size];
        float[] deviations = new float[size];
        for (int i = 0; i < size; i++) {
            means[i] = told[i];
            float logarithm = told[Math.min(size + i, told.length - 1)];
            deviations[i] = deviation(logarithm);
        }
        return new Posterior(LatentVector.of(means), LatentVector.of(deviations));
    }

    /** Never 0 and never infinite, however far a network strays. */
    static float deviation(float logarithmOfVariance) {
        return (float) Math.max(Float.MIN_NORMAL, Math.min(Float.MAX_VALUE, StrictMath.exp(0.5 * logarithmOfVariance)));
    }

    DecodedRoll decode(LatentVector latent) {
        float[] first = new float[fromLatent.weights().columns()];
        fromLatent.applyRectified(latent.values(), first);
        float[][] map = {first};
        for (int i = ups.size() - 1; i > 0; i--) {
            map = ups.get(i).applyRectified(map);
        }
        return new DecodedRoll(configuration.planesWritten(), ups.get(0).apply(map));
    }
}
