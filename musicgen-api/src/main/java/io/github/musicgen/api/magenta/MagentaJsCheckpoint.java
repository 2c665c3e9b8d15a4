package io.github.musicgen.api.magenta;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensorflow.MetaGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A folder as Magenta.js loads it: {@code weights_manifest.json} lists the weights and the files of their values,
 * {@code config.json} says which model they are of.
 *
 * @param config what {@code config.json} says, if there is one
 * @param tensors the weights, in the order of the manifest
 * @param passedOver what no model needs to run
 */
public record MagentaJsCheckpoint(Optional<JsonPlace> config, TensorTable tensors, List<PassedOver> passedOver) {
    /** The file that makes a folder a checkpoint. */
    public static final String MANIFEST = "weights_manifest.json";

    private static final String CONFIG = "config.json";

    /** Copies the list. */
    public MagentaJsCheckpoint {
        passedOver = List.copyOf(passedOver);
    }

    /**
     * Reads a folder. Only files that lie in it are opened.
     *
     * @param folder with a manifest
     * @return what is in it
     * @throws IOException if a file is missing, or breaks the format
     */
    public static MagentaJsCheckpoint read(Path folder) throws IOException {
        Path config = folder.resolve(CONFIG);
        ManifestReader reader = new ManifestReader(folder);
        reader.read(json(folder.resolve(MANIFEST)));
        return new MagentaJsCheckpoint(
                Files.exists(config) ? Optional.of(json(config)) : Optional.empty(),
                TensorTable.of(reader.tensors()),
                reader.passedOver());
    }

    /**
     * How many steps an attention wrapper looks back.
     *
     * @return what the configuration says, if it does
     * @throws MalformedModelException if it says something else than a number of steps
     */
    public OptionalInt attentionLength() throws MalformedModelException {
        Optional<JsonPlace> length =
                config.isEmpty() ? Optional.empty() : config.get().optionalField("attentionLength");
        return length.isEmpty() || length.get().value() instanceof Json.Null
                ? OptionalInt.empty()
                : OptionalInt.of((int) length.get().whole(1, MetaGraph.MAX_ATTENTION_LENGTH));
    }

    private static JsonPlace json(Path file) throws IOException {
        Bytes bytes = Bytes.ofFile(file);
        return JsonPlace.of(bytes.part(), JsonReader.read(bytes));
    }
}
