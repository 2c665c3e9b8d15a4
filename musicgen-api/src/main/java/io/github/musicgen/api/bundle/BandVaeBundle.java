package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A trained band and all that is known of it. Immutable.
 *
 * @param configuration what it is
 * @param tensors its weights, of the names and shapes of the configuration, all finite
 * @param card where it comes from
 * @param sampling whose temperature is how far from the likeliest points is drawn, unless somebody wishes otherwise
 * @param golden what it answered when it was made, if that was recorded
 */
public record BandVaeBundle(
        BandVaeConfiguration configuration,
        TensorTable tensors,
        ModelCard card,
        SamplingOptions sampling,
        Optional<BandVaeGolden> golden)
        implements ModelBundle {

    /**
     * Makes a bundle of new weights, and records what they answer.
     *
     * @param configuration what the model is
     * @param tensors its weights
     * @param card where they come from
     * @param sampling how to draw from it unless somebody wishes otherwise
     * @return the bundle
     * @throws MalformedModelException if the weights are not those of the configuration, or one is not finite
     */
    public static BandVaeBundle of(
            BandVaeConfiguration configuration, TensorTable tensors, ModelCard card, SamplingOptions sampling)
            throws MalformedModelException {
        tensors.schema().require(card.id(), BandVaeTensors.schema(configuration));
        tensors.requireFinite(card.id());
        BandVaeBundle bundle = new BandVaeBundle(configuration, tensors, card, sampling, Optional.empty());
        BandVaeGolden golden = BandVaeGolden.record(bundle.model(Engine.portable()));
        return new BandVaeBundle(configuration, tensors, card, sampling, Optional.of(golden));
    }

    /**
     * Reads a bundle.
     *
     * @param path a safetensors file that this library wrote
     * @return the bundle
     * @throws IOException if it cannot be read, or is no band
     */
    public static BandVaeBundle read(Path path) throws IOException {
        return BundleReader.of(Bytes.ofFile(path)).bundle(Families.BAND_VAE);
    }

    /**
     * Reads a bundle from wherever it lies, such as a resource of a game.
     *
     * @param name what it is called in messages
     * @param stream all of it; stays open
     * @return the bundle
     * @throws IOException if it cannot be read, or is no band
     */
    public static BandVaeBundle read(String name, InputStream stream) throws IOException {
        return BundleReader.of(Bytes.ofStream(name, stream)).bundle(Families.BAND_VAE);
    }

    @Override
    public void write(Path path, Precision precision) throws IOException {
        BundleWriter.write(Families.BAND_VAE, this, path, precision);
    }

    /**
     * The bundle as it comes back from a file.
     *
     * @param precision how the file stores weights
     * @return this with its weights rounded, and with what the rounded ones answer
     */
    public BandVaeBundle rounded(Precision precision) {
        return BundleWriter.rounded(Families.BAND_VAE, this, precision);
    }

    @Override
    public BandVaeBundle withCard(ModelCard newCard) {
        return new BandVaeBundle(configuration, tensors, newCard, sampling, golden);
    }

    /**
     * The model, ready to run.
     *
     * @param engine what multiplies
     * @return the model
     */
    public BandVae model(Engine engine) {
        try {
            return BandVae.of(configuration, tensors, engine);
        } catch (MalformedModelException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public String hash() {
        return Fingerprint.of(Families.BAND_VAE.configuration(this), tensors);
    }
}
