package io.github.musicgen.api.bundle;

import static io.github.musicgen.api.testing.TinyVaes.TINY;
import static io.github.musicgen.api.testing.TinyVaes.TINY_BARS;
import static io.github.musicgen.api.testing.TinyVaes.TINY_DRUMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.musicgen.api.codec.MelodyVaeJson;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.TinyVaes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MelodyVaeBundleTest {
    private static final ModelCard CARD =
            new ModelCard("space", "Noise.", "CC0-1.0", "whoever", Map.of("seed", "7"), Map.of("kl", 1.5));

    @TempDir
    Path folder;

    @Test
    void write_thenRead_isTheSameModel() throws Exception {
        MelodyVaeBundle bundle =
                MelodyVaeBundle.of(TINY, TinyVaes.weights(TINY, 7), CARD, new SamplingOptions(0.9, 12, 0.95));
        Path file = folder.resolve("space.safetensors");
        bundle.write(file, Precision.F32);
        MelodyVaeBundle read = MelodyVaeBundle.read(file);
        assertThat(read.configuration()).isEqualTo(TINY);
        assertThat(read.card()).isEqualTo(CARD);
        assertThat(read.sampling()).isEqualTo(bundle.sampling());
        assertThat(read.hash()).isEqualTo(bundle.hash());
        assertThat(golden(read).differences(read.model(Engine.portable()), true))
                .isEmpty();
        assertThat(Bundle.recognizes(file)).isTrue();
        assertThat(ModelBundle.readIfBundle(file)).map(ModelBundle::hash).contains(read.hash());
        assertThat(MelodyVaeBundle.readIfBundle(file))
                .map(MelodyVaeBundle::hash)
                .contains(read.hash());
        read.write(folder.resolve("again"), Precision.F32);
        assertThat(folder.resolve("again")).hasSameBinaryContentAs(file);
        try (var stream = Files.newInputStream(file)) {
            assertThat(MelodyVaeBundle.read("space", stream).hash()).isEqualTo(read.hash());
        }
    }

    /** Files of before there was more than one layer tell its units; what there is more of is told where it is. */
    static List<Arguments> configurations() {
        return List.of(
                arguments(TINY, "\"encoderUnits\":7,\"decoderLayers\":[9,6],\"latentSize\":5"),
                arguments(
                        TINY_BARS,
                        "\"barEncoderLayers\":[4],\"encoderUnits\":7,\"conductorLayers\":[8,3],\"decoderLayers\":[9,6]"),
                arguments(
                        TINY.withEncoder(EncoderLayers.whole(7, 3)),
                        "\"encoderLayers\":[7,3],\"decoderLayers\":[9,6],"));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void configuration_ofAnyLayers_comesBack(MelodyVaeConfiguration configuration, String told) throws Exception {
        assertThat(JsonWriter.toText(MelodyVaeJson.of(configuration))).contains(told);
        MelodyVaeBundle bundle = TinyVaes.of(configuration, 7);
        Path file = folder.resolve("layers");
        bundle.write(file, Precision.F32);
        MelodyVaeBundle read = MelodyVaeBundle.read(file);
        assertThat(read.configuration()).isEqualTo(configuration);
        assertThat(read.hash()).isEqualTo(bundle.hash());
        assertThat(golden(read).differences(read.model(Engine.portable()), true))
                .isEmpty();
    }

    @Test
    void write_thenRead_drums_areTheSameModel() throws Exception {
        MelodyVaeBundle bundle = TinyVaes.of(TINY_DRUMS, 7);
        Path file = folder.resolve("drums.safetensors");
        bundle.write(file, Precision.F32);
        MelodyVaeBundle read = MelodyVaeBundle.read(file);
        assertThat(read.configuration()).isEqualTo(TINY_DRUMS);
        assertThat(read.hash()).isEqualTo(bundle.hash());
        assertThat(golden(read).melody()).startsWith(5, 0, 4, 0, 6);
        assertThat(golden(read).events()).hasSize(32).anyMatch(event -> event > 127);
        assertThat(golden(read).differences(read.model(Engine.portable()), true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[8,3]|[8,4]|misshapen",
                "[8,3]|[8,0]|conductorLayers[1]: expected a whole number from 1 to 8192",
                "conductorLayers|conductorLayerz|extra conductor.initial.weights",
                "barEncoderLayers|barEncoderLayerz|misshapen encoder.forward.input_weights"
            })
    void read_damagedLayersOfBars_saysWhatIsWrong(String from, String to, String message) throws Exception {
        Path file = folder.resolve("bad");
        TinyVaes.of(TINY_BARS, 7).write(file, Precision.F32);
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        Files.write(file, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ModelBundle.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\\"contents\\\":\\\"drums\\\"|\\\"contents\\\":\\\"drumz\\\"|expected \"drums\", or none for melodies, but found drumz",
                "\\\"contents\\\":\\\"drums\\\"|\\\"contentz\\\":\\\"drums\\\"|minPitch",
                "\\\"melody\\\":[5,0,4|\\\"melody\\\":[-2,14|expected a drum pattern of the model",
                "\\\"melody\\\":[5,0,4,|\\\"melody\\\":[512,4,|expected a whole number from -2 to 511"
            })
    void read_damagedMetadataOfDrums_saysWhatIsWrong(String from, String to, String message) throws Exception {
        Path file = folder.resolve("bad");
        TinyVaes.of(TINY_DRUMS, 7).write(file, Precision.F32);
        refusesWith(file, from, to, message);
    }

    private static MelodyVaeGolden golden(MelodyVaeBundle bundle) {
        return bundle.golden().orElseThrow();
    }

    @Test
    void read_ofWhateverFamily_tellsThemApart() throws Exception {
        Path space = folder.resolve("space");
        Path melodies = folder.resolve("melodies");
        TinyVaes.of(TINY, 1).write(space, Precision.F16);
        TinyModels.of(MelodyRnnConfiguration.basicRnn().withLayers(3), 1).write(melodies, Precision.F16);
        assertThat(ModelBundle.read(space)).isInstanceOf(MelodyVaeBundle.class);
        assertThat(ModelBundle.read(melodies)).isInstanceOf(Bundle.class);
        assertThatThrownBy(() -> Bundle.read(space))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("space: expected the family melody_rnn, but found \"melody_vae\", a space of melodies or"
                        + " drums, which LatentModel loads");
        assertThatThrownBy(() -> MelodyVaeBundle.read(melodies))
                .hasMessage("melodies: expected the family melody_vae, but found \"melody_rnn\", a model that continues"
                        + " melodies, which Generator loads");
    }

    @Test
    void write_inHalfPrecision_tellsWhatTheRoundedWeightsAnswer() throws Exception {
        MelodyVaeBundle bundle = TinyVaes.of(TINY, 7);
        bundle.write(folder.resolve("half"), Precision.F16);
        MelodyVaeBundle half = MelodyVaeBundle.read(folder.resolve("half"));
        assertThat(golden(half).differences(half.model(Engine.portable()), true))
                .isEmpty();
        assertThat(half.hash()).isEqualTo(bundle.rounded(Precision.F16).hash()).isNotEqualTo(bundle.hash());
        assertThat(bundle.rounded(Precision.F32)).isSameAs(bundle);
    }

    @Test
    void golden_ofOtherWeights_tellsWhere() throws Exception {
        MelodyVaeBundle bundle = TinyVaes.of(TINY, 7);
        MelodyVaeBundle other = TinyVaes.of(TINY, 8);
        assertThat(golden(bundle).differences(other.model(Engine.portable()), false))
                .singleElement()
                .asString()
                .startsWith("mean, number 0: expected ");
        TensorTable weights = TinyVaes.weights(TINY, 7);
        weights.tensor("decoder.output.bias").values()[3] += 1;
        MelodyVaeBundle otherDecoder = new MelodyVaeBundle(TINY, weights, CARD, bundle.sampling(), Optional.empty());
        assertThat(golden(bundle).differences(otherDecoder.model(Engine.portable()), true))
                .singleElement()
                .asString()
                .startsWith("step 0, number 3: ");
    }

    @Test
    void read_fileCutAnywhere_isRefused() throws Exception {
        Path file = folder.resolve("whole");
        TinyVaes.of(TINY, 7).write(file, Precision.F32);
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut");
        for (int size = 0; size < whole.length; size += size < 100 ? 7 : 431) {
            Files.write(cut, Arrays.copyOf(whole, size));
            assertThatThrownBy(() -> MelodyVaeBundle.read(cut))
                    .as("%d bytes", size)
                    .isInstanceOf(MalformedModelException.class)
                    .hasMessageStartingWith("cut");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"musicgen.family\":\"melody_vae\"|\"musicgen.family\":\"melody_vat\"|one of the families melody_rnn, melody_vae, band_vae, but found \"melody_vat\"",
                "\\\"latentSize\\\":5|\\\"latentSize\\\":6|misshapen",
                "\\\"latentSize\\\":5|\\\"latentSize\\\":0|latentSize: expected a whole number from 1 to 8192",
                "\\\"decoderLayers\\\":[9,6]|\\\"decoderLayers\\\":[9,9]|misshapen",
                "\\\"maxPitch\\\":84|\\\"maxPitch\\\":50|must lie within 0..128 and hold an octave",
                "\\\"bars\\\":2|\\\"bars\\\":1|musicgen.golden, melody: expected a melody of the model",
                "\\\"mean\\\":[|\\\"mear\\\":[|musicgen.golden"
            })
    void read_damagedMetadata_saysWhatIsWrong(String from, String to, String message) throws Exception {
        Path file = folder.resolve("bad");
        TinyVaes.of(TINY, 7).write(file, Precision.F32);
        refusesWith(file, from, to, message);
    }

    /** What stands there instead has to be as long. */
    private static void refusesWith(Path file, String from, String to, String message) throws Exception {
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        Files.write(file, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> ModelBundle.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageStartingWith("bad")
                .hasMessageContaining(message);
    }

    @Test
    void of_weightsThatCannotBe_areRefused() {
        TensorTable weights = TinyVaes.weights(TINY, 7);
        weights.tensor("decoder.initial.bias").values()[1] = Float.NaN;
        assertThatThrownBy(() -> MelodyVaeBundle.of(TINY, weights, CARD, SamplingOptions.DEFAULT))
                .hasMessageContaining("space, tensor decoder.initial.bias, value 1");
        assertThatThrownBy(() -> MelodyVaeBundle.of(
                        TINY.withLatentSize(6), TinyVaes.weights(TINY, 7), CARD, SamplingOptions.DEFAULT))
                .hasMessageContaining("misshapen encoder.mean.weights [14, 5] instead of [14, 6]");
    }

    @Test
    void golden_isOfTheModelsOwnRange() {
        MelodyVaeGolden golden = golden(TinyVaes.of(TINY.withRange(60, 72), 1));
        assertThat(golden.melody()).hasSize(32).allMatch(event -> event < 72 && (event < 0 || event >= 60));
        assertThat(golden.mean()).isNotEqualTo(LatentVector.of(0, 0, 0, 0, 0));
    }
}
