package io.github.musicgen.api.weights;

import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a file of trained weights holds, whatever its format.
 *
 * @param format the format that was recognized
 * @param tensors the weights under the names of the file, all values finite
 * @param passedOver what only training needs
 * @param texts what the file says of itself: a safetensors file its metadata, a generator bundle {@code id},
 *     {@code description} and {@code notes}
 * @param config the configuration of a Magenta.js checkpoint, if it has one
 * @param attentionLength how many steps an attention wrapper looks back, if the file tells
 */
public record WeightFile(
        WeightFormat format,
        TensorTable tensors,
        List<PassedOver> passedOver,
        Map<String, String> texts,
        Optional<JsonPlace> config,
        OptionalInt attentionLength) {
    /** Copies the collections. */
    public WeightFile {
        passedOver = List.copyOf(passedOver);
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /**
     * Reads a file of any of the formats.
     *
     * @param path a safetensors file, a {@code .mag} bundle, a V1 checkpoint, the index of a V2 checkpoint or the prefix of its
     *     names, or a Magenta.js folder
     * @return what is in it
     * @throws IOException if it cannot be read, breaks its format, is of none of them or holds values that are not finite
     */
    public static WeightFile read(Path path) throws IOException {
        WeightFile file = new WeightFileReader(path).read();
        file.tensors.requireFinite(String.valueOf(path.getFileName()));
        return file;
    }
}
