package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bytes.HalfFloat;
import io.github.musicgen.api.codec.SamplingJson;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.safetensors.ElementType;
import io.github.musicgen.api.safetensors.SafetensorsWriter;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.midi.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes bundles of all families. */
final class BundleWriter {
    private BundleWriter() {}

    static <B extends ModelBundle> void write(BundleFamily<B> family, B bundle, Path path, Precision precision)
            throws IOException {
        B rounded = rounded(family, bundle, precision);
        ElementType type = precision == Precision.F16 ? ElementType.F16 : ElementType.F32;
        AtomicFile.write(path, SafetensorsWriter.toBytes(metadata(family, rounded), rounded.tensors(), type));
    }

    /** The bundle as it will be read: a golden section is about the weights in the file. */
    static <B extends ModelBundle> B rounded(BundleFamily<B> family, B bundle, Precision precision) {
        if (precision == Precision.F32) {
            return bundle;
        }
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : bundle.tensors()) {
            tensors.add(new Tensor(tensor.name(), tensor.shape(), rounded(tensor.values())));
        }
        return family.withTensors(bundle, TensorTable.of(tensors));
    }

    private static float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = HalfFloat.toFloat(HalfFloat.ofFloat(values[i]));
        }
        return rounded;
    }

    private static <B extends ModelBundle> Map<String, String> metadata(BundleFamily<B> family, B bundle) {
        ModelCard card = bundle.card();
        Map<String, String> texts = new TreeMap<>();
        texts.put(Metadata.FORMAT_VERSION, String.valueOf(Metadata.VERSION));
        texts.put(Metadata.FAMILY, family.word());
        texts.put(Metadata.CONFIGURATION, JsonWriter.toText(family.configuration(bundle)));
        texts.put(Metadata.SAMPLING, JsonWriter.toText(SamplingJson.of(bundle.sampling())));
        texts.put(Metadata.ID, card.id());
        texts.put(Metadata.DESCRIPTION, card.description());
        texts.put(Metadata.LICENSE, card.license());
        texts.put(Metadata.ATTRIBUTION, card.attribution());
        texts.put(Metadata.PROVENANCE, JsonWriter.toText(texts(card.provenance())));
        texts.put(Metadata.FIGURES, JsonWriter.toText(numbers(card.figures())));
        family.golden(bundle).ifPresent(golden -> texts.put(Metadata.GOLDEN, JsonWriter.toText(golden)));
        return texts;
    }

    private static Json texts(Map<String, String> values) {
        Map<String, Json> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new Json.Text(value)));
        return new Json.Fields(fields);
    }

    private static Json numbers(Map<String, Double> values) {
        Map<String, Json> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new Json.Real(value)));
        return new Json.Fields(fields);
    }
}
