package io.github.musicgen.api.bundle;

import io.github.musicgen.api.bytes.HalfFloat;
import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.codec.SamplingJson;
import io.github.musicgen.api.engine.Engine;
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

/** Writes bundles. */
final class BundleWriter {
    private BundleWriter() {}

    static void write(Bundle bundle, Path path, Precision precision) throws IOException {
        AtomicFile.write(path, toBytes(bundle, precision));
    }

    static byte[] toBytes(Bundle bundle, Precision precision) {
        Bundle rounded = rounded(bundle, precision);
        ElementType type = precision == Precision.F16 ? ElementType.F16 : ElementType.F32;
        return SafetensorsWriter.toBytes(metadata(rounded), rounded.tensors(), type);
    }

    /** The bundle as it will be read: a golden section is about the weights in the file. */
    static Bundle rounded(Bundle bundle, Precision precision) {
        if (precision == Precision.F32) {
            return bundle;
        }
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : bundle.tensors()) {
            tensors.add(new Tensor(tensor.name(), tensor.shape(), rounded(tensor.values())));
        }
        Bundle rounded = new Bundle(
                bundle.configuration(), TensorTable.of(tensors), bundle.card(), bundle.sampling(), bundle.golden());
        return new Bundle(
                rounded.configuration(),
                rounded.tensors(),
                rounded.card(),
                rounded.sampling(),
                bundle.golden().map(golden -> Golden.record(rounded.model(Engine.portable()), golden.sampling())));
    }

    private static float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = HalfFloat.toFloat(HalfFloat.ofFloat(values[i]));
        }
        return rounded;
    }

    private static Map<String, String> metadata(Bundle bundle) {
        ModelCard card = bundle.card();
        Map<String, String> texts = new TreeMap<>();
        texts.put(Metadata.FORMAT_VERSION, String.valueOf(Metadata.VERSION));
        texts.put(Metadata.FAMILY, Metadata.MELODY_RNN);
        texts.put(Metadata.CONFIGURATION, JsonWriter.toText(ConfigurationJson.of(bundle.configuration())));
        texts.put(Metadata.SAMPLING, JsonWriter.toText(SamplingJson.of(bundle.sampling())));
        texts.put(Metadata.ID, card.id());
        texts.put(Metadata.DESCRIPTION, card.description());
        texts.put(Metadata.LICENSE, card.license());
        texts.put(Metadata.ATTRIBUTION, card.attribution());
        texts.put(Metadata.PROVENANCE, JsonWriter.toText(texts(card.provenance())));
        texts.put(Metadata.FIGURES, JsonWriter.toText(numbers(card.figures())));
        bundle.golden().ifPresent(golden -> texts.put(Metadata.GOLDEN, JsonWriter.toText(GoldenJson.of(golden))));
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
