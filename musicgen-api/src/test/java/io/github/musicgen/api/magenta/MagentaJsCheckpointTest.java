package io.github.musicgen.api.magenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagentaJsCheckpointTest {
    private static final TensorTable TENSORS = TensorTable.of(
            Tensors.counting("rnn/bias", 5), Tensors.counting("rnn/kernel", 2, 3), Tensors.counting("scalar"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"FLOAT32, 1", "FLOAT32, 3", "FLOAT16, 2"})
    void read_undoesWrite(StoredForm form, int shards) throws Exception {
        MagentaJsWriter.write(folder, TENSORS, form, shards);
        assertThat(text()).isEqualTo(Tensors.text(TENSORS));
    }

    @ParameterizedTest
    @EnumSource(names = {"UINT8", "UINT16"})
    void read_quantized_isWithinHalfAStep(StoredForm form) throws Exception {
        MagentaJsWriter.write(folder, TENSORS, form, 2);
        for (Tensor tensor : read().tensors()) {
            float[] wanted = TENSORS.tensor(tensor.name()).values();
            double halfAStep = MagentaJsWriter.scale(tensor, form) / 2 + 1e-6;
            for (int i = 0; i < wanted.length; i++) {
                assertThat((double) tensor.values()[i]).isCloseTo(wanted[i], offset(halfAStep));
            }
        }
    }

    /** Numbers as TensorFlow.js' own documentation has them: value times scale plus min, no sign in the stored value. */
    @Test
    void read_quantized_isScaledInDoublePrecision() throws Exception {
        values((byte) 0, (byte) 200, (byte) 0xFF, (byte) 0xFF);
        manifest("""
                {"name": "a", "shape": [2], "dtype": "float32",
                 "quantization": {"min": -0.1, "scale": 0.01, "dtype": "uint8", "original_dtype": "float32"}},
                {"name": "b", "shape": [1], "dtype": "float32",
                 "quantization": {"min": 1, "scale": 2, "dtype": "uint16"}}""");
        assertThat(read().tensors().tensor("a").values()).containsExactly(-0.1f, (float) (200 * 0.01 - 0.1));
        assertThat(read().tensors().tensor("b").values()).containsExactly(131071f);
    }

    @Test
    void read_whatNoModelNeeds_isPassedOver() throws Exception {
        values(new byte[4 + 2 + 1 + 4 + 4]);
        manifest("""
                {"name": "steps", "shape": [], "dtype": "int32"},
                {"name": "short", "shape": [2], "dtype": "int32",
                 "quantization": {"min": 0, "scale": 1, "dtype": "uint8"}},
                {"name": "flag", "shape": [1], "dtype": "bool"},
                {"name": "w/Adam", "shape": [1], "dtype": "float32"},
                {"name": "w", "shape": [1], "dtype": "float32"}""");
        assertThat(text()).isEqualTo("w [1] [0.0]");
        assertThat(read().passedOver())
                .containsExactly(
                        new PassedOver("steps", "type int32"),
                        new PassedOver("short", "type int32"),
                        new PassedOver("flag", "type bool"),
                        new PassedOver("w/Adam", "optimizer slot"));
    }

    @Test
    void read_config_isGiven() throws Exception {
        MagentaJsWriter.write(folder, TENSORS, StoredForm.FLOAT32, 1);
        assertThat(read().config()).isEmpty();
        assertThat(read().attentionLength()).isEmpty();
        config("{\"type\": \"MusicRNN\", \"attentionLength\": 32}");
        assertThat(read().config().orElseThrow().field("type").text()).isEqualTo("MusicRNN");
        assertThat(read().attentionLength()).hasValue(32);
        config("{\"attentionLength\": null}");
        assertThat(read().attentionLength()).isEmpty();
        config("{\"attentionLength\": 0}");
        assertThatThrownBy(() -> read().attentionLength())
                .hasMessage("config.json, attentionLength: expected a whole number from 1 to 65536, but found 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "..",
                ".",
                "",
                "/etc/passwd",
                "a/b",
                "a\\\\b",
                "C:x",
                "~x",
                ".hidden",
                "a\\u0000b",
                "http://x/y",
                "a b"
            })
    void read_shardElsewhere_isRefused(String name) throws Exception {
        Files.createDirectories(folder.resolve("model"));
        Files.write(folder.resolve("secret"), new byte[4]);
        Files.writeString(
                folder.resolve("model/weights_manifest.json"),
                "[{\"paths\": [\"" + name
                        + "\"], \"weights\": [{\"name\":\"w\",\"shape\":[1],\"dtype\":\"float32\"}]}]");
        assertThatThrownBy(() -> MagentaJsCheckpoint.read(folder.resolve("model")))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("[0].paths[0]: expected the name of a file in this folder");
    }

    @Test
    void read_shardTwice_isRefused() throws Exception {
        values(new byte[4]);
        Files.writeString(
                folder.resolve("weights_manifest.json"),
                "[{\"paths\": [\"values\", \"values\"], \"weights\": [{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\"}]}]");
        assertRefused("every file once, but found values again");
    }

    @Test
    void read_missingShard_namesIt() throws Exception {
        manifest("{\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\"}");
        assertThatThrownBy(this::read).isInstanceOf(NoSuchFileException.class).hasMessageContaining("values");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "fewer bytes; {\"name\":\"w\",\"shape\":[3],\"dtype\":\"float32\"}; expected 12 bytes for the weights",
                "more bytes; {\"name\":\"w\",\"shape\":[1],\"dtype\":\"float32\"}; expected 4 bytes for the weights",
                "four gigabytes; {\"name\":\"w\",\"shape\":[2000000000],\"dtype\":\"float32\"}; 8000000000 bytes",
                "an impossible shape; {\"name\":\"w\",\"shape\":[4294967296],\"dtype\":\"float32\"}; sizes of 0 or more",
                "a shape below zero; {\"name\":\"w\",\"shape\":[-2],\"dtype\":\"float32\"}; sizes of 0 or more",
                "strings; {\"name\":\"w\",\"shape\":[2],\"dtype\":\"string\"}; float32 or int32 or bool, but found string",
                "no type; {\"name\":\"w\",\"shape\":[2]}; a field \"dtype\", but found none",
                "int8; {\"name\":\"w\",\"shape\":[2],\"dtype\":\"float32\",\"quantization\":{\"dtype\":\"int8\"}}; uint8 or uint16",
                "no scale; {\"name\":\"w\",\"shape\":[8],\"dtype\":\"float32\",\"quantization\":{\"dtype\":\"uint8\"}}; a field \"scale\"",
                "twice; {\"name\":\"w\",\"shape\":[1],\"dtype\":\"float32\"},{\"name\":\"w\",\"shape\":[1],\"dtype\":\"float32\"}; w again"
            })
    void read_manifestThatLies_isRefused(String fault, String weights, String words) throws Exception {
        values(new byte[8]);
        manifest(weights);
        assertRefused(words);
    }

    @Test
    void read_damagedManifest_isRefusedOrRead() throws Exception {
        MagentaJsWriter.write(folder, TensorTable.of(Tensors.counting("w", 2)), StoredForm.UINT8, 1);
        Path manifest = folder.resolve("weights_manifest.json");
        byte[] bytes = Files.readAllBytes(manifest);
        Corruption.Reader<String> reader = damaged -> {
            Files.write(manifest, damaged);
            try {
                return text();
            } catch (NoSuchFileException anotherNameOfAFile) {
                return "no such file";
            }
        };
        Corruption.assertRefusesEveryPrefix(bytes, reader);
        Corruption.assertSurvivesEveryFlip(bytes, reader);
    }

    private void values(byte... bytes) throws IOException {

        Files.write(folder.resolve("values"), bytes);
    }

    private void manifest(String weights) throws IOException {
        Files.writeString(
                folder.resolve("weights_manifest.json"), "[{\"paths\": [\"values\"], \"weights\": [" + weights + "]}]");
    }

    private void config(String json) throws IOException {
        Files.writeString(folder.resolve("config.json"), json);
    }

    private void assertRefused(String words) {
        assertThatThrownBy(this::read)
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(words);
    }

    private MagentaJsCheckpoint read() throws IOException {
        return MagentaJsCheckpoint.read(folder);
    }

    private String text() throws IOException {
        return Tensors.text(read().tensors());
    }
}
