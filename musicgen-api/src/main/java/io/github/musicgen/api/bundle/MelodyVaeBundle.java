package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A trained space of melodies or of drums and all that is known of it. Immutable.
 *
 * @param configuration what it is
 * @param tensors its weights, of the names and shapes of the configuration, all finite
 * @param card where it comes from
 * @param sampling how to draw from it unless somebody wishes otherwise
 * @param golden what it answered when it was made, if that was recorded
 */
public record MelodyVaeBundle(
        MelodyVaeConfiguration configuration,
        TensorTable tensors,
        ModelCard card,
        SamplingOptions sampling,
        Optional<MelodyVaeGolden> golden)
        implements ModelBundle {

    /** How to draw where nobody says otherwise: less daringly than was learned, as Magenta's own program does. */
    public static final SamplingOptions SAMPLING = SamplingOptions.DEFAULT.withTemperature(0.5);

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
    public static MelodyVaeBundle of(
            MelodyVaeConfiguration configuration, TensorTable tensors, ModelCard card, SamplingOptions sampling)
            throws MalformedModelException {
        tensors.schema().require(card.id(), MelodyVaeTensors.schema(configuration, tensors.schema()));
        tensors.requireFinite(card.id());
        MelodyVaeBundle bundle = new MelodyVaeBundle(configuration, tensors, card, sampling, Optional.empty());
        MelodyVaeGolden golden = MelodyVaeGolden.record(bundle.model(Engine.portable()), sampling);
        return new MelodyVaeBundle(configuration, tensors, card, sampling, Optional.of(golden));
    }

    /**
     * Reads a bundle.
     *
     * @param path a safetensors file that this library wrote
     * @return the bundle
     * @throws IOException if it cannot be read, or is no such space
     */
    public static MelodyVaeBundle read(Path path) throws IOException {
        return BundleReader.of(Bytes.ofFile(path)).bundle(Families.MELODY_VAE);
    }

    /**
     * Reads a bundle from wherever it lies, such as a resource of a game.
     *
     * @param name what it is called in messages
     * @param stream all of it; stays open
     * @return the bundle
     * @throws IOException if it cannot be read, or is no such space
     */
    public static MelodyVaeBundle read(String name, InputStream stream) throws IOException {
        return BundleReader.of(Bytes.ofStream(name, stream)).bundle(Families.MELODY_VAE);
    }

    /**
     * Reads a file that may be a bundle or something else.
     *
     * @param path an existing file
     * @return the bundle, if it is a safetensors file that says it is one, of this release or a later one
     * @throws IOException if it cannot be read, breaks the format that it begins like, or is a bundle of another family
     */
    public static Optional<MelodyVaeBundle> readIfBundle(Path path) throws IOException {
        Optional<BundleReader> reader = BundleReader.ofBundle(Bytes.ofFile(path));
        return reader.isPresent() ? Optional.of(reader.get().bundle(Families.MELODY_VAE)) : Optional.empty();
    }

    @Override
    public MelodyVaeBundle withCard(ModelCard newCard) {
        return new MelodyVaeBundle(configuration, tensors, newCard, sampling, golden);
    }

    @Override
    public void write(Path path, Precision precision) throws IOException {
        BundleWriter.write(Families.MELODY_VAE, this, path, precision);
    }

    /**
     * The bundle as it comes back from a file.
     *
     * @param precision how the file stores weights
     * @return this with its weights rounded, and with what the rounded ones answer
     */
    public MelodyVaeBundle rounded(Precision precision) {
        return BundleWriter.rounded(Families.MELODY_VAE, this, precision);
    }

    /**
     * The model, ready to run.
     *
     * @param engine what multiplies
     * @return the model
     */
    public MelodyVae model(Engine engine) {
        try {
            return MelodyVae.of(configuration, tensors, engine);
        } catch (MalformedModelException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public String hash() {
        return Fingerprint.of(Families.MELODY_VAE.configuration(this), tensors);
    }
}
