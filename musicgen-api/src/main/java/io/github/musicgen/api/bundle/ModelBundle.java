package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A trained model of any family, and all that is known of it. Immutable. Each family has a record of its own. */
public sealed interface ModelBundle permits Bundle, MelodyVaeBundle, BandVaeBundle {
    /**
     * Reads a bundle of whatever family.
     *
     * @param path a safetensors file that this library wrote
     * @return the bundle
     * @throws IOException if it cannot be read, or is no bundle
     */
    static ModelBundle read(Path path) throws IOException {
        return BundleReader.of(Bytes.ofFile(path)).bundle();
    }

    /**
     * Reads a file that may be a bundle of whatever family, or something else.
     *
     * @param path an existing file
     * @return the bundle, if it is a safetensors file that says it is one, of this release or a later one
     * @throws IOException if it cannot be read, breaks the format that it begins like, or is a bundle that cannot be read
     */
    static Optional<ModelBundle> readIfBundle(Path path) throws IOException {
        Optional<BundleReader> reader = BundleReader.ofBundle(Bytes.ofFile(path));
        return reader.isPresent() ? Optional.of(reader.get().bundle()) : Optional.empty();
    }

    /**
     * Its weights, of the names and shapes of its configuration, all finite.
     *
     * @return the tensors
     */
    TensorTable tensors();

    /**
     * Where it comes from.
     *
     * @return the card
     */
    ModelCard card();

    /**
     * How to draw from it unless somebody wishes otherwise.
     *
     * @return the options
     */
    SamplingOptions sampling();

    /**
     * The same model with another card.
     *
     * @param newCard what is told of it
     * @return a bundle of the same family
     */
    ModelBundle withCard(ModelCard newCard);

    /**
     * Writes a file. It appears as a whole, or not at all.
     *
     * @param path where it shall be; what is there is replaced
     * @param precision how the weights are stored; where that rounds them, their answers are recorded anew
     * @throws IOException if it cannot be written
     */
    void write(Path path, Precision precision) throws IOException;

    /**
     * A fingerprint of the configuration and of every bit of the weights, whatever file they came in.
     *
     * @return 64 hexadecimal digits
     */
    String hash();
}
