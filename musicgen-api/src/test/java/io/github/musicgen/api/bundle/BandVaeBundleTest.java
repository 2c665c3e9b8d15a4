package io.github.musicgen.api.bundle;

import static io.github.musicgen.api.testing.TinyBands.TINY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.codec.BandVaeJson;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.api.testing.TinyVaes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BandVaeBundleTest {
    private static final ModelCard CARD =
            new ModelCard("band", "Noise.", "CC0-1.0", "whoever", Map.of("seed", "7"), Map.of("nats", 1.5));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void write_thenRead_isTheSameBand(Precision precision) throws Exception {
        BandVaeBundle bundle =
                BandVaeBundle.of(TINY, TinyBands.weights(TINY, 7), CARD, new SamplingOptions(0.9, 12, 0.95));
        Path file = folder.resolve("band.safetensors");
        bundle.write(file, precision);
        BandVaeBundle read = BandVaeBundle.read(file);
        assertThat(read.configuration()).isEqualTo(TINY);
        assertThat(read.card()).isEqualTo(CARD);
        assertThat(read.sampling()).isEqualTo(bundle.sampling());
        assertThat(read.hash()).isEqualTo(bundle.rounded(precision).hash());
        assertThat(golden(read).differences(read.model(Engine.portable()), true))
                .isEmpty();
        assertThat(ModelBundle.read(file)).isInstanceOf(BandVaeBundle.class);
        try (var stream = Files.newInputStream(file)) {
            assertThat(BandVaeBundle.read("band", stream).hash()).isEqualTo(read.hash());
        }
    }

    @Test
    void configurations_comeBack() throws Exception {
        for (BandVaeConfiguration each : List.of(TINY, TinyBands.TINY_IN_C, TinyBands.TINY_THESIS)) {
            Path file = folder.resolve(each.name() + ".safetensors");
            TinyBands.of(each, 1).write(file, Precision.F32);
            assertThat(BandVaeBundle.read(file).configuration()).isEqualTo(each);
        }
    }

    private static BandVaeGolden golden(BandVaeBundle bundle) {
        return bundle.golden().orElseThrow();
    }

    @Test
    void golden_tellsWhatAnswersOtherwise() {
        BandVaeGolden golden = golden(TinyBands.of(TINY, 1));
        assertThat(golden.differences(TinyBands.of(TINY, 2).model(Engine.portable()), true))
                .singleElement()
                .asString()
                .startsWith("piano, answer 0, number 0: expected");
        assertThat(golden.differences(TinyBands.of(TINY, 1).model(Engine.compact()), false))
                .singleElement()
                .asString()
                .startsWith("drums, answer 1, number"); // the only matrices that are wide enough to be packed
        assertThat(new BandVaeGolden(golden.answers().subList(0, 2))
                        .differences(TinyBands.of(TINY, 1).model(Engine.portable()), true))
                .containsExactly("expected 2 answers, but the model gave 9");
    }

    @Test
    void otherFamilies_areToldApart() throws Exception {
        Path space = folder.resolve("space");
        TinyVaes.of(TinyVaes.TINY, 1).write(space, Precision.F16);
        assertThatThrownBy(() -> BandVaeBundle.read(space))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage(
                        "space: expected the family band_vae, but found \"melody_vae\", a space of melodies or drums, which"
                                + " LatentModel loads");
        Path band = folder.resolve("band");
        TinyBands.of(TINY, 1).write(band, Precision.F16);
        assertThatThrownBy(() -> Bundle.read(band))
                .hasMessage("band: expected the family melody_rnn, but found \"band_vae\", a band, which Band loads");
    }

    @Test
    void weights_thatAreMissingOrNoNumbers_areRefused() {
        List<Tensor> tensors = new ArrayList<>();
        TinyBands.weights(TINY, 1).forEach(tensors::add);
        List<Tensor> fewer = tensors.subList(1, tensors.size());
        assertThatThrownBy(() -> BandVaeBundle.of(TINY, TensorTable.of(fewer), CARD, SamplingOptions.DEFAULT))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("missing piano.encoder.patch.0.weights [32, 5]");
        Tensor first = tensors.get(0);
        float[] broken = first.values().clone();
        broken[3] = Float.NaN;
        tensors.set(0, new Tensor(first.name(), first.shape(), broken));
        assertThatThrownBy(() -> BandVaeBundle.of(TINY, TensorTable.of(tensors), CARD, SamplingOptions.DEFAULT))
                .hasMessageContaining("value 3: expected a finite number, but found NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"steps\":16|\"steps\":15|a segment must be whole bars of 16 steps",
                "\"latentSize\":3|\"latentSize\":0|whole number from 1 to 1024",
                "\"threshold\":0.4|\"threshold\":2|the threshold must be more than 0",
                "\"onsets\":true|\"onsets\":1|a boolean",
                "\"lags\":[1,2]|\"lags\":[2,1]|segments ago must ascend",
                "\"lowest\":48|\"lowest\":120|pitches of the piano must lie within",
                "[5,4,4]|[5,4]|filters, steps and columns",
                "[5,4,4]|[5,3,4]|steps of a map must be a multiple",
            })
    void configurations_thatCannotBe_areRefused(String good, String bad, String message) {
        String text = new String(JsonWriter.toBytes(BandVaeJson.of(TINY)), StandardCharsets.UTF_8);
        assertThat(text).contains(good);
        byte[] json = text.replace(good, bad).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> BandVaeJson.read(JsonPlace.of("x", JsonReader.read("x", json))))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(message);
    }

    @Test
    void configurations_comeBackAsTheyWere() throws Exception {
        for (BandVaeConfiguration each :
                List.of(TINY, TinyBands.TINY_THESIS, BandVaeConfiguration.thesis(), BandVaeConfiguration.band())) {
            assertThat(BandVaeJson.read(JsonPlace.of("x", BandVaeJson.of(each))))
                    .isEqualTo(each);
            assertThat(BandVaeTensors.schema(each).shapes()).isNotEmpty();
        }
    }
}
