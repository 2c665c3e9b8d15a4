package io.github.musicgen.models.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxModelMetadata;
import ai.onnxruntime.OrtException;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxExporterTest {
    private static final int STEPS = 256;
    private static final double TOLERANCE = 1e-5;

    static Stream<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all().stream().flatMap(OnnxExporterTest::variants);
    }

    private static Stream<MelodyRnnConfiguration> variants(MelodyRnnConfiguration configuration) {
        return Stream.of(
                        configuration,
                        configuration.withLayers(17),
                        configuration.withLayers(13, 1, 7),
                        configuration.withCell(CellKind.TANH),
                        configuration.withCell(CellKind.TANH).withLayers(5, 9, 3))
                .flatMap(OnnxExporterTest::scopes);
    }

    private static Stream<MelodyRnnConfiguration> scopes(MelodyRnnConfiguration configuration) {
        return configuration.attention().isEmpty()
                ? Stream.of(configuration)
                : Stream.of(
                        configuration,
                        configuration.withAttention(Optional.of(new Attention(40, Attention.Scope.WHOLE_STACK))),
                        configuration.withAttention(Optional.of(new Attention(1, Attention.Scope.FIRST_LAYER))));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void exportedModel_answersAsOursDoes(MelodyRnnConfiguration configuration) throws OrtException {
        Bundle bundle = RandomBundles.of(configuration, 1);
        MelodyRnnState ours = bundle.model(Engine.portable()).start();
        RandomMelody melody = new RandomMelody(configuration, 2);
        try (OnnxRun run = new OnnxRun(bytes(bundle), 1)) {
            for (int step = 0; step < STEPS; step++) {
                ours.feed(melody.next());
                assertClose(run.step(melody.input()), doubles(ours.scores()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void exportedModel_answersAsThePlainArithmeticDoes(MelodyRnnConfiguration configuration) throws OrtException {
        Bundle bundle = RandomBundles.of(configuration, 3);
        DoubleNetwork plain = new DoubleNetwork(bundle);
        RandomMelody melody = new RandomMelody(configuration, 4);
        try (OnnxRun run = new OnnxRun(bytes(bundle), 1)) {
            for (int step = 0; step < STEPS; step++) {
                melody.next();
                assertClose(run.step(melody.input()), plain.step(doubles(melody.input())));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void melodiesOfABatch_doNotHearEachOther(MelodyRnnConfiguration configuration) throws OrtException {
        byte[] model = bytes(RandomBundles.of(configuration, 5));
        RandomMelody first = new RandomMelody(configuration, 6);
        RandomMelody second = new RandomMelody(configuration, 7);
        try (OnnxRun together = new OnnxRun(model, 2);
                OnnxRun firstAlone = new OnnxRun(model, 1);
                OnnxRun secondAlone = new OnnxRun(model, 1)) {
            for (int step = 0; step < 50; step++) {
                first.next();
                second.next();
                float[] alone = join(firstAlone.step(first.input()), secondAlone.step(second.input()));
                assertClose(together.step(join(first.input(), second.input())), doubles(alone));
            }
        }
    }

    @Test
    void file_saysWhatItIs() throws OrtException {
        Bundle bundle = RandomBundles.of(MelodyRnnConfiguration.attentionRnn().withLayers(5, 3), 8);
        try (OnnxRun run = new OnnxRun(bytes(bundle), 1)) {
            OnnxModelMetadata metadata = run.session().getMetadata();

            assertThat(metadata.getProducerName()).isEqualTo("musicgen");
            assertThat(metadata.getGraphName()).isEqualTo("random-attention");
            assertThat(metadata.getGraphDescription()).isEqualTo("Drawn from a seed");
            assertThat(metadata.getDescription())
                    .contains("input [batch, 74]: ", "logits [batch, 40]: ", "pitches 48 to 83", "next_x");
            assertThat(metadata.getCustomMetadata())
                    .isEqualTo(Map.of(
                            "id",
                            "random-attention",
                            "description",
                            "Drawn from a seed",
                            "license",
                            "CC0-1.0",
                            "attribution",
                            "Näme \"nobody\"",
                            "musicgen.sha256",
                            bundle.hash(),
                            "musicgen.configuration",
                            "{\"name\":\"attention\",\"encoding\":\"key-melody\",\"minPitch\":48,\"maxPitch\":84,\"key\":0,"
                                    + "\"stepsPerQuarter\":4,\"cell\":\"lstm\",\"layers\":[5,3],"
                                    + "\"attention\":{\"length\":40,\"scope\":\"first-layer\"}}"));
            assertThat(run.session().getInputNames())
                    .containsExactlyInAnyOrder(
                            "input",
                            "attention_reading",
                            "attention_outputs",
                            "layer_0_cell",
                            "layer_0_output",
                            "layer_1_cell",
                            "layer_1_output");
        }
    }

    @Test
    void bytes_areTheSameEachTime() {
        Bundle bundle = RandomBundles.of(MelodyRnnConfiguration.basicRnn().withLayers(5), 9);

        assertThat(bytes(bundle)).isEqualTo(bytes(bundle));
    }

    @Test
    void write_replacesAFile_andLeavesNothingElseBehind(@TempDir Path folder) throws IOException {
        Bundle bundle = RandomBundles.of(MelodyRnnConfiguration.basicRnn().withLayers(5), 10);
        Path file = Files.writeString(folder.resolve("basic.onnx"), "old");

        OnnxExporter.write(bundle, file);

        assertThat(file).hasBinaryContent(bytes(bundle));
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void write_whereThereIsNoFolder_fails(@TempDir Path folder) {
        Bundle bundle = RandomBundles.of(MelodyRnnConfiguration.basicRnn().withLayers(5), 11);

        assertThatThrownBy(() -> OnnxExporter.write(bundle, folder.resolve("missing/basic.onnx")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void write_ontoAFolder_failsAndLeavesIt(@TempDir Path folder) throws IOException {
        Bundle bundle = RandomBundles.of(MelodyRnnConfiguration.basicRnn().withLayers(5), 12);
        Path inside = Files.writeString(folder.resolve("inside"), "kept");

        assertThatThrownBy(() -> OnnxExporter.write(bundle, folder)).isInstanceOf(IOException.class);
        assertThat(inside).hasContent("kept");
    }

    @Test
    void modelBeyondTheFormat_isRefusedBeforeAnythingIsAllocated() {
        MelodyRnnConfiguration large = MelodyRnnConfiguration.basicRnn().withLayers(8192, 8192);

        assertThatThrownBy(() -> OnnxExporter.requireFits(large))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a model in a file of ONNX must have at most 535822335 weights, but had 806928422");
    }

    private static byte[] bytes(Bundle bundle) {
        return OnnxExporter.model(bundle).toByteArray();
    }

    private static void assertClose(float[] found, double[] expected) {
        double[] values = doubles(found);
        // One by one it would take longer than the network does.
        double largest = IntStream.range(0, expected.length)
                .mapToDouble(i -> Math.abs(values[i] - expected[i]))
                .max()
                .orElseThrow();
        if (values.length != expected.length || !(largest <= TOLERANCE)) {
            assertThat(values).containsExactly(expected, within(TOLERANCE));
        }
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    private static float[] join(float[] first, float[] second) {
        float[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
