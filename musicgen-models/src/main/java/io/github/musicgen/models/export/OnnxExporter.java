package io.github.musicgen.models.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.midi.format.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a model as ONNX, for ONNX Runtime and everything else that runs such files.
 *
 * <pre>{@code
 * Bundle bundle = Bundle.read(Path.of("lookback.safetensors"));
 * OnnxExporter.write(bundle, Path.of("lookback.onnx"));
 * }</pre>
 *
 * <p>The graph is one step. It takes {@code input} and the states, and gives {@code logits} and for each state {@code x} a
 * {@code next_x}, which is {@code x} of the next step; at the start all states are zeros. The first axis of everything is the
 * batch. The file says so itself, and tells the model's name, fingerprint, configuration, license and attribution.
 *
 * <p>All configurations can be written. The operators are those of opset {@value #OPSET}, in which the arithmetic is spelled out:
 * there is no LSTM operator, whose sequences and gate order runtimes read in different ways.
 */
public final class OnnxExporter {
    /** Of 2021: what every runtime in use knows. */
    static final int OPSET = 13;

    /** The version of the file format that came with that opset. */
    static final int IR_VERSION = 7;

    /** A message of Protocol Buffers is shorter than 2 GiB; some room is left for the graph around the weights. */
    private static final long MAX_WEIGHTS = Integer.MAX_VALUE / Float.BYTES - (1 << 20);

    private OnnxExporter() {}

    /**
     * Writes a file. It appears as a whole, or not at all.
     *
     * @param bundle the model
     * @param path where it shall be; a file that is there is replaced
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the weights do not fit into a file of ONNX, which is shorter than 2 GiB
     */
    public static void write(Bundle bundle, Path path) throws IOException {
        ModelProto model = model(bundle);
        AtomicFile.write(path, model::writeTo);
    }

    static ModelProto model(Bundle bundle) {
        requireFits(bundle.configuration());
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("musicgen")
                .setDomain("io.github.musicgen")
                .setDocString(OnnxText.howToRun(bundle.configuration()))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph(bundle));
        metadata(bundle)
                .forEach((name, text) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(name).setValue(text)));
        return model.build();
    }

    static void requireFits(MelodyRnnConfiguration configuration) {
        long weights = MelodyRnnTensors.schema(configuration).valueCount();
        if (weights > MAX_WEIGHTS) {
            throw new IllegalArgumentException(
                    "a model in a file of ONNX must have at most " + MAX_WEIGHTS + " weights, but had " + weights);
        }
    }

    private static GraphProto graph(Bundle bundle) {
        OnnxGraph graph = new OnnxGraph();
        bundle.tensors().forEach(graph::weights);
        new OnnxNetwork(bundle.configuration(), graph).addStep();
        return graph.build(bundle.card().id(), bundle.card().description());
    }

    /** Under the names that they have in a bundle. */
    private static Map<String, String> metadata(Bundle bundle) {
        ModelCard card = bundle.card();
        Map<String, String> texts = new TreeMap<>();
        texts.put("id", card.id());
        texts.put("description", card.description());
        texts.put("license", card.license());
        texts.put("attribution", card.attribution());
        texts.put("musicgen.sha256", bundle.hash());
        texts.put("musicgen.configuration", JsonWriter.toText(ConfigurationJson.of(bundle.configuration())));
        return texts;
    }
}
