package io.github.musicgen.api.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyModels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {
    private static final MelodyRnnConfiguration SMALL =
            MelodyRnnConfiguration.lookbackRnn().withLayers(6, 5);
    private static final ModelCard CARD = new ModelCard(
            "small",
            "Nothing but noise: für Tests.",
            "CC0-1.0",
            "whoever",
            Map.of("corpus", "none", "seed", "7"),
            Map.of("natsPerStep", 1.25));

    @TempDir
    Path folder;

    static Stream<MelodyRnnConfiguration> configurations() {
        return Stream.of(
                SMALL,
                MelodyRnnConfiguration.monoRnn().withLayers(3),
                MelodyRnnConfiguration.basicRnn().withLayers(4, 3, 2).withCell(CellKind.TANH),
                MelodyRnnConfiguration.attentionRnn().withLayers(6, 5),
                MelodyRnnConfiguration.attentionRnn()
                        .withLayers(6, 5)
                        .withAttention(Optional.of(new Attention(7, Attention.Scope.WHOLE_STACK))));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void write_thenRead_isTheSameModel(MelodyRnnConfiguration configuration) throws Exception {
        Bundle bundle = Bundle.of(
                configuration, TinyModels.weights(configuration, 7), CARD, new SamplingOptions(0.9, 12, 0.95));
        Path file = folder.resolve("small.safetensors");
        bundle.write(file, Precision.F32);
        Bundle read = Bundle.read(file);
        assertThat(Bundle.recognizes(file)).isTrue();
        assertThat(Bundle.readIfBundle(file)).map(Bundle::hash).contains(read.hash());
        assertThat(read.configuration()).isEqualTo(configuration);
        assertThat(read.card()).isEqualTo(CARD);
        assertThat(read.sampling()).isEqualTo(bundle.sampling());
        assertThat(read.hash()).isEqualTo(bundle.hash());
        assertThat(differences(read)).isEmpty();
        read.write(folder.resolve("again.safetensors"), Precision.F32);
        assertThat(folder.resolve("again.safetensors")).hasSameBinaryContentAs(file);
    }

    private static List<String> differences(Bundle bundle) {
        return bundle.golden().orElseThrow().differences(bundle.model(Engine.portable()), true);
    }

    @Test
    void write_inHalfPrecision_isHalfAsLarge_andTellsWhatTheRoundedWeightsAnswer() throws Exception {
        MelodyRnnConfiguration configuration =
                MelodyRnnConfiguration.lookbackRnn().withLayers(32, 32);
        Bundle bundle = TinyModels.of(configuration, 7);
        bundle.write(folder.resolve("full"), Precision.F32);
        bundle.write(folder.resolve("half"), Precision.F16);
        Bundle half = Bundle.read(folder.resolve("half"));
        assertThat(differences(half)).isEmpty();
        assertThat(half.hash()).isNotEqualTo(bundle.hash());
        long values = half.tensors().schema().valueCount();
        assertThat(Files.size(folder.resolve("full")) - Files.size(folder.resolve("half")))
                .isBetween(2 * values - 2000, 2 * values + 2000);
    }

    @Test
    void golden_ofOtherWeights_tellsWhere() throws Exception {
        Bundle bundle = TinyModels.of(SMALL, 7);
        Bundle other = TinyModels.of(SMALL, 8);
        Golden golden = bundle.golden().orElseThrow();
        assertThat(golden.differences(other.model(Engine.portable()), true))
                .singleElement()
                .asString()
                .startsWith("step 0, number 0: expected ");
        assertThat(golden.differences(other.model(Engine.portable()), false)).hasSize(1);
        assertThat(golden.differences(bundle.model(Engine.portable()), false)).isEmpty();
    }

    @Test
    void golden_isAValue_thatNobodyCanWriteTo() {
        Golden golden = TinyModels.of(SMALL, 7).golden().orElseThrow();
        assertThat(golden)
                .isEqualTo(TinyModels.of(SMALL, 7).golden().orElseThrow())
                .hasSameHashCodeAs(golden);
        assertThat(golden).isNotEqualTo(TinyModels.of(SMALL, 8).golden().orElseThrow());
        golden.scores().get(0).numbers()[0] = Float.NaN;
        assertThat(golden.scores())
                .isEqualTo(TinyModels.of(SMALL, 7).golden().orElseThrow().scores());
    }

    @Test
    void golden_ofOtherEvents_isNoticedOnlyWhereEveryBitCounts() {
        Bundle bundle = TinyModels.of(SMALL, 7);
        Golden golden = bundle.golden().orElseThrow();
        List<Integer> events = new ArrayList<>(golden.events());
        events.set(3, events.get(3) == 60 ? 61 : 60);
        Golden bent = new Golden(golden.primer(), golden.sampling(), golden.seed(), golden.scores(), events);
        assertThat(bent.differences(bundle.model(Engine.portable()), true)).hasSize(1);
        assertThat(bent.differences(bundle.model(Engine.portable()), false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void read_fileCutAnywhere_isRefused(Precision precision) throws Exception {
        Path file = folder.resolve("whole.safetensors");
        TinyModels.of(SMALL, 7).write(file, precision);
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.safetensors");
        for (int size = 0; size < whole.length; size += size < 100 ? 1 : 131) {
            Files.write(cut, Arrays.copyOf(whole, size));
            assertThatThrownBy(() -> Bundle.read(cut))
                    .as("%d bytes", size)
                    .isInstanceOf(MalformedModelException.class)
                    .hasMessageStartingWith("cut.safetensors");
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void read_weightThatIsNotFinite_isToldByItsPlace(float value) throws Exception {
        Path file = folder.resolve("bad.safetensors");
        TinyModels.of(SMALL, 7).write(file, Precision.F32);
        byte[] bytes = Files.readAllBytes(file);
        int bits = Float.floatToIntBits(value);
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 4 + i] = (byte) (bits >> (8 * i));
        }
        Files.write(file, bytes);
        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage(
                        "bad.safetensors, tensor output.bias, value 39: expected a finite number, but found " + value);
    }

    @Test
    void of_weightThatIsNotFinite_isRefused() {
        TensorTable weights = TinyModels.weights(SMALL, 7);
        weights.tensor("output.bias").values()[3] = Float.NaN;
        assertThatThrownBy(() -> Bundle.of(SMALL, weights, CARD, SamplingOptions.DEFAULT))
                .hasMessageContaining("small, tensor output.bias, value 3");
    }

    @Test
    void of_tensorsThatAreMissingExtraOrMisshapen_namesThemAll() {
        TensorTable table = TensorTable.of(
                new Tensor("output.bias", Shape.of(39), new float[39]), new Tensor("more", Shape.of(1), new float[1]));
        assertThatThrownBy(() -> Bundle.of(SMALL, table, CARD, SamplingOptions.DEFAULT))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("missing layer.0.input_weights [121, 24]")
                .hasMessageContaining("misshapen output.bias [39] instead of [40]")
                .hasMessageContaining("extra more [1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "+1", "-1", "1 ", "1.", "x", "1234567890", "\u0661"})
    void otherVersionsThanNumbersFromOneOn_areNone(String version) {
        assertThat(BundleReader.isCount(version)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "10", "999999999"})
    void versions_areNumbersFromOneOn(String version) {
        assertThat(BundleReader.isCount(version)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"musicgen.format_version\":\"1\"|\"musicgen.format_version\":\"2\"|version 2 of a later release",
                "\"musicgen.format_version\":\"1\"|\"musicgen.format_version\":\"x\"|to be a number from 1 on",
                "\"musicgen.format_version\":\"1\"|\"musicgen.format_version\":\"0\"|to be a number from 1 on",
                "\"musicgen.format_version\":\"1\"|\"musicgen.format_versiom\":\"1\"|as every bundle has",
                "\"musicgen.family\":\"melody_rnn\"|\"musicgen.family\":\"melody_run\"|the family melody_rnn, but found \"melody_run\"",
                "\\\"cell\\\":\\\"lstm\\\"|\\\"cell\\\":\\\"lstn\\\"|musicgen.configuration, cell: expected one of [lstm, tanh], but found \"lstn\"",
                "\\\"layers\\\":[6,5]|\\\"layers\\\":[6,6]|misshapen",
                "\\\"layers\\\":[6,5]|\\\"layers\\\":[6,0]|layers[1]: expected a whole number from 1 to 8192",
                "\\\"maxPitch\\\":84|\\\"maxPitch\\\":50|must lie within 0..128 and hold an octave",
                "\\\"temperature\\\":1.0|\\\"temperature\\\":-1.|musicgen.",
                "\\\"primer\\\":[60|\\\"primer\\\":[6x|musicgen.golden",
                "\\\"primer\\\":[60|\\\"primer\\\":[ 0|primer[0]: expected a pitch from 48 on, but found 0",
                "\\\"primer\\\":[60|\\\"primer\\\":[84|primer[0]: expected a whole number from -2 to 83"
            })
    void read_damagedMetadata_saysWhatIsWrong(String from, String to, String message) throws Exception {
        Path file = folder.resolve("bad.safetensors");
        TinyModels.of(SMALL, 7).write(file, Precision.F32);
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        Files.write(file, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageStartingWith("bad.safetensors")
                .hasMessageContaining(message);
    }

    /** Each number of the configuration is within its bounds. */
    @Test
    void read_configurationWhoseTensorsCannotBe_saysWhich() throws Exception {
        Path file = folder.resolve("vast.safetensors");
        MelodyRnnConfiguration small = MelodyRnnConfiguration.attentionRnn()
                .withLayers(6, 5)
                .withAttention(Optional.of(new Attention(7, Attention.Scope.WHOLE_STACK)));
        TinyModels.of(small, 7).write(file, Precision.F32);
        ByteBuffer written = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) written.getLong()];
        written.get(header);
        byte[] vast = new String(header, StandardCharsets.UTF_8)
                .replace("[6,5]", "[" + String.join(",", Collections.nCopies(16, "8192")) + "]")
                .getBytes(StandardCharsets.UTF_8);
        Files.write(
                file,
                ByteBuffer.allocate(Long.BYTES + vast.length + written.remaining())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(vast.length)
                        .put(vast)
                        .put(written)
                        .array());
        assertThatThrownBy(() -> Bundle.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageStartingWith("vast.safetensors: expected a model that can be, but found ");
    }

    @Test
    void golden_withMoreScoresThanEvents_isNoGoldenSection() {
        Golden golden =
                new Golden(List.of(60), SamplingOptions.DEFAULT, 1, List.of(Answer.of(1), Answer.of(2)), List.of(62));
        assertThatThrownBy(() -> GoldenJson.read(JsonPlace.of("golden", GoldenJson.of(golden)), SMALL))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("golden, scores: expected at most as many as events, 1, but found 2");
    }

    @Test
    void write_whereNothingCanBeWritten_leavesNothing() {
        Path nowhere = folder.resolve("no/such/folder/model.safetensors");
        assertThatThrownBy(() -> TinyModels.of(SMALL, 7).write(nowhere, Precision.F32))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }
}
