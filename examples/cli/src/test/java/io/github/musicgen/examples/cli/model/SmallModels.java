package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Models that nobody trained, small enough to be made for each test: their weights are drawn from a seed. */
public final class SmallModels {
    private static final int UNITS = 12;
    private static final int POINT = 4;

    /** Twice what keeps the size of a signal, so that answers differ from step to step. */
    private static final double GAIN = 2;

    private SmallModels() {}

    /** A bundle of a small attention model, the same for the same seed. */
    public static Path attention(Path file, long seed) throws IOException {
        return write(file, MelodyRnnConfiguration.attentionRnn().withLayers(UNITS, UNITS), seed);
    }

    /** A bundle of a small model without attention. */
    public static Path basic(Path file, long seed) throws IOException {
        return write(file, MelodyRnnConfiguration.basicRnn().withLayers(UNITS), seed);
    }

    /** The same, which says in the given words how its corpus was read. */
    public static Path basic(Path file, long seed, String extraction) throws IOException {
        MelodyRnnConfiguration configuration = MelodyRnnConfiguration.basicRnn().withLayers(UNITS);
        return write(file, configuration, seed, Map.of("seed", String.valueOf(seed), "extraction", extraction));
    }

    private static Path write(Path file, MelodyRnnConfiguration configuration, long seed) throws IOException {
        return write(file, configuration, seed, Map.of("seed", String.valueOf(seed)));
    }

    private static Path write(
            Path file, MelodyRnnConfiguration configuration, long seed, Map<String, String> provenance)
            throws IOException {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(new Tensor(name, shape, draw(shape, random))));
        ModelCard card = new ModelCard(
                "small-" + configuration.name(),
                "Untrained.",
                "CC0-1.0",
                "Nobody",
                provenance,
                Map.of("natsPerStep", 1.5));
        Bundle.of(configuration, TensorTable.of(tensors), card, SamplingOptions.DEFAULT)
                .write(file, Precision.F32);
        return file;
    }

    /** A bundle of a small space of melodies. */
    public static Path space(Path file, long seed) throws IOException {
        return space(file, MelodyVaeConfiguration.small().withRange(48, 84), seed);
    }

    /** A bundle of a small space of drums. */
    public static Path drums(Path file, long seed) throws IOException {
        return space(file, MelodyVaeConfiguration.smallDrums(), seed);
    }

    private static Path space(Path file, MelodyVaeConfiguration sizes, long seed) throws IOException {
        MelodyVaeConfiguration configuration =
                sizes.withEncoder(UNITS).withDecoder(UNITS).withLatentSize(POINT);
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<Tensor> tensors = new ArrayList<>();
        MelodyVaeTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(new Tensor(name, shape, draw(shape, random))));
        MelodyVaeBundle.of(configuration, TensorTable.of(tensors), ModelCard.of("small-space"), SamplingOptions.DEFAULT)
                .write(file, Precision.F32);
        return file;
    }

    /** A folder as Magenta.js loads it, with a small basic model and something that only training needs. */
    public static Path magentaJs(Path folder, long seed) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        SeededRandom random = SeededRandom.ofSeed(seed);
        add(tensors, random, "rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel", 38 + UNITS, 4 * UNITS);
        add(tensors, random, "rnn/multi_rnn_cell/cell_0/basic_lstm_cell/bias", 4 * UNITS);
        add(tensors, random, "fully_connected/weights", UNITS, 38);
        add(tensors, random, "fully_connected/biases", 38);
        add(tensors, random, "fully_connected/biases/Adam", 38);
        return writeJs(folder, tensors);
    }

    /** The same of a small MusicVAE of drums. */
    public static Path magentaJsDrums(Path folder, long seed) throws IOException {
        List<Tensor> tensors = new ArrayList<>();
        SeededRandom random = SeededRandom.ofSeed(seed);
        for (String direction : List.of("fw", "bw")) {
            String cell = "encoder/cell_0/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0/lstm_cell";
            addLayer(tensors, random, cell, 10 + UNITS, 4 * UNITS);
        }
        addLayer(tensors, random, "encoder/mu", 2 * UNITS, POINT);
        addLayer(tensors, random, "encoder/sigma", 2 * UNITS, POINT);
        addLayer(tensors, random, "decoder/z_to_initial_state", POINT, 2 * UNITS);
        addLayer(tensors, random, "decoder/multi_rnn_cell/cell_0/lstm_cell", 512 + POINT + UNITS, 4 * UNITS);
        addLayer(tensors, random, "decoder/output_projection", UNITS, 512);
        writeJs(folder, tensors);
        Files.writeString(
                folder.resolve("config.json"),
                "{\"type\": \"MusicVAE\", \"dataConverter\": {\"type\": \"DrumsConverter\", \"args\": {\"numSteps\": 32}}}");
        return folder;
    }

    private static void addLayer(List<Tensor> tensors, SeededRandom random, String name, int inputs, int outputs) {
        add(tensors, random, name + "/kernel", inputs, outputs);
        add(tensors, random, name + "/bias", outputs);
    }

    private static Path writeJs(Path folder, List<Tensor> tensors) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
        List<String> entries = new ArrayList<>();
        for (Tensor tensor : tensors) {
            for (float value : tensor.values()) {
                values.putFloat(value);
            }
            entries.add("{\"name\": \"%s\", \"shape\": %s, \"dtype\": \"float32\"}"
                    .formatted(tensor.name(), sizes(tensor.shape())));
        }
        Files.write(
                Files.createDirectories(folder).resolve("group1-shard1of1"),
                Arrays.copyOf(values.array(), values.position()));
        Files.writeString(
                folder.resolve("weights_manifest.json"),
                "[{\"paths\": [\"group1-shard1of1\"], \"weights\": [" + String.join(", ", entries) + "]}]");
        return folder;
    }

    private static void add(List<Tensor> tensors, SeededRandom random, String name, int... sizes) {
        Shape shape = Shape.of(sizes);
        tensors.add(new Tensor(name, shape, draw(shape, random)));
    }

    private static List<Integer> sizes(Shape shape) {
        return IntStream.range(0, shape.rank()).mapToObj(shape::size).toList();
    }

    private static float[] draw(Shape shape, SeededRandom random) {
        double bound = GAIN * StrictMath.sqrt(3.0 / shape.size(0));
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (bound * (2 * random.nextDouble() - 1));
        }
        return values;
    }
}
