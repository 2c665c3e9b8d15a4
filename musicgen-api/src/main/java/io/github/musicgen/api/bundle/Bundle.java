package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A trained model that continues melodies, and all that is known of it. Immutable.
 *
 * @param configuration what it is
 * @param tensors its weights, of the names and shapes of the configuration, all finite
 * @param card where it comes from
 * @param sampling how to draw from it unless somebody wishes otherwise
 * @param golden what it answered when it was made, if that was recorded
 */
public record Bundle(
        MelodyRnnConfiguration configuration,
        TensorTable tensors,
        ModelCard card,
        SamplingOptions sampling,
        Optional<Golden> golden)
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
    public static Bundle of(
            MelodyRnnConfiguration configuration, TensorTable tensors, ModelCard card, SamplingOptions sampling)
            throws MalformedModelException {
        tensors.schema().require(card.id(), MelodyRnnTensors.schema(configuration));
        tensors.requireFinite(card.id());
        Bundle bundle = new Bundle(configuration, tensors, card, sampling, Optional.empty());
        return new Bundle(
                configuration,
                tensors,
                card,
                sampling,
                Optional.of(Golden.record(bundle.model(Engine.portable()), sampling)));
    }

    /**
     * Tells a bundle, of whatever family, from other files of the same format.
     *
     * @param path an existing file
     * @return whether it is a safetensors file that says it is a bundle, of this release or a later one
     * @throws IOException if it cannot be read, or breaks the format that it begins like
     */
    public static boolean recognizes(Path path) throws IOException {
        return BundleReader.ofBundle(Bytes.ofFile(path)).isPresent();
    }

    /**
     * Reads a file that may be a bundle or something else.
     *
     * @param path an existing file
     * @return the bundle, if it is a safetensors file that says it is one, of this release or a later one
     * @throws IOException if it cannot be read, breaks the format that it begins like, or is a bundle that cannot be read
     */
    public static Optional<Bundle> readIfBundle(Path path) throws IOException {
        Optional<BundleReader> reader = BundleReader.ofBundle(Bytes.ofFile(path));
        return reader.isPresent() ? Optional.of(reader.get().bundle(Families.MELODY_RNN)) : Optional.empty();
    }

    /**
     * Reads a bundle.
     *
     * @param path a safetensors file that this library wrote
     * @return the bundle
     * @throws IOException if it cannot be read, or is no bundle
     */
    public static Bundle read(Path path) throws IOException {
        return BundleReader.of(Bytes.ofFile(path)).bundle(Families.MELODY_RNN);
    }

    /**
     * Reads a bundle from wherever it lies, such as a resource of a game.
     *
     * @param name what it is called in messages
     * @param stream all of it; stays open
     * @return the bundle
     * @throws IOException if it cannot be read, or is no bundle
     */
    public static Bundle read(String name, InputStream stream) throws IOException {
        return BundleReader.of(Bytes.ofStream(name, stream)).bundle(Families.MELODY_RNN);
    }

    @Override
    public Bundle withCard(ModelCard newCard) {
        return new Bundle(configuration, tensors, newCard, sampling, golden);
    }

    @Override
    public void write(Path path, Precision precision) throws IOException {
        BundleWriter.write(Families.MELODY_RNN, this, path, precision);
    }

    /**
     * The bundle as it comes back from a file.
     *
     * @param precision how the file stores weights
     * @return this with its weights rounded, and with what the rounded ones answer
     */
    public Bundle rounded(Precision precision) {
        return BundleWriter.rounded(Families.MELODY_RNN, this, precision);
    }

    /**
     * The model, ready to run.
     *
     * @param engine what multiplies
     * @return the model
     */
    public MelodyRnn model(Engine engine) {
        try {
            return MelodyRnn.of(configuration, tensors, engine);
        } catch (MalformedModelException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public String hash() {
        return Fingerprint.of(Families.MELODY_RNN.configuration(this), tensors);
    }
}
