package io.github.musicgen.api.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.magenta.MagentaJsWriter;
import io.github.musicgen.api.protobuf.MessageWriter;
import io.github.musicgen.api.safetensors.ElementType;
import io.github.musicgen.api.safetensors.SafetensorsWriter;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensor.Tensors;
import io.github.musicgen.api.tensorflow.CheckpointWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightFileTest {
    private static final TensorTable TENSORS = TensorTable.of(Tensors.counting("b", 2), Tensors.counting("w", 2, 2));
    private static final byte[] GRAPH = CheckpointWriter.graph("rnn/attention_cell_wrapper", -1, 24, 2);

    @TempDir
    Path folder;

    /** The names say nothing, so that the content decides. */
    @ParameterizedTest
    @ValueSource(strings = {"model", "model.bin", "model.ckpt", "model.ckpt-1000"})
    void read_fileOfAnyName_isRecognizedByItsContent(String name) throws Exception {
        Path file = folder.resolve(name);
        Files.write(file, SafetensorsWriter.toBytes(Map.of("family", "melody"), TENSORS, ElementType.F32));
        assertRead(file, WeightFormat.SAFETENSORS);
        assertThat(WeightFile.read(file).texts()).containsExactly(Map.entry("family", "melody"));
        Files.write(file, bundle());
        assertRead(file, WeightFormat.GENERATOR_BUNDLE);
        assertThat(WeightFile.read(file).texts())
                .containsEntry("id", "attention_rnn")
                .containsEntry("notes", "");
        assertThat(WeightFile.read(file).attentionLength()).hasValue(24);
        Files.write(file, CheckpointWriter.v1(TENSORS, true));
        assertRead(file, WeightFormat.CHECKPOINT_V1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".index", ".data-00000-of-00002", ".data-00001-of-00002"})
    void read_anyFileOfAV2Checkpoint_orItsPrefix_isRead(String suffix) throws Exception {
        CheckpointWriter.v2(folder.resolve("model.ckpt-50"), TENSORS, 2);
        assertRead(folder.resolve("model.ckpt-50" + suffix), WeightFormat.CHECKPOINT_V2);
    }

    @Test
    void read_graphBesideACheckpoint_tellsTheAttentionLength() throws Exception {
        Path file = Files.write(folder.resolve("model.ckpt"), CheckpointWriter.v1(TENSORS, false));
        assertThat(WeightFile.read(file).attentionLength()).isEmpty();
        Files.write(folder.resolve("model.ckpt.meta"), GRAPH);
        assertThat(WeightFile.read(file).attentionLength()).hasValue(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "weights_manifest.json"})
    void read_folderOfMagentaJs_orItsManifest_isRead(String name) throws Exception {
        MagentaJsWriter.write(folder, TENSORS, 1);
        Files.writeString(folder.resolve("config.json"), "{\"type\":\"MusicRNN\",\"attentionLength\":32}");
        assertRead(folder.resolve(name), WeightFormat.MAGENTA_JS);
        WeightFile file = WeightFile.read(folder.resolve(name));
        assertThat(file.config().orElseThrow().field("type").text()).isEqualTo("MusicRNN");
        assertThat(file.attentionLength()).hasValue(32);
    }

    @Test
    void read_whatIsNoneOfThem_saysWhatWasLookedForAndFound() throws Exception {
        Path file = Files.writeString(folder.resolve("song"), "la la");
        assertThatThrownBy(() -> WeightFile.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage(
                        "song, byte 0: expected a length and a JSON header (safetensors), a generator's id (Magenta "
                                + "bundle), or the end of a sorted table (TensorFlow checkpoint), but found 5 bytes that begin with "
                                + "6c61206c61");
    }

    @Test
    void read_whatIsTakenForAModelMost_isCalledByItsName() throws Exception {
        Path file = Files.write(folder.resolve("song.mid"), new byte[] {'M', 'T', 'h', 'd', 0, 0, 0, 6});
        assertThatThrownBy(() -> WeightFile.read(file)).hasMessageEndingWith("but found a MIDI file");
        Path archive = Files.write(folder.resolve("model.zip"), new byte[] {'P', 'K', 3, 4, 0});
        assertThatThrownBy(() -> WeightFile.read(archive)).hasMessageEndingWith("but found a ZIP archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.safetensors", "model.mag"})
    void read_aFileThatIsNotThere_looksForNoIndex(String name) {
        Path file = folder.resolve(name);
        assertThatThrownBy(() -> WeightFile.read(file))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": no such file");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void read_aLinkToWhatIsNotThere_saysSo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("none"));
        assertThatThrownBy(() -> WeightFile.read(link)).hasMessage(link + ": a link to what is not there");
    }

    @Test
    void read_nothing_saysWhatWasLookedFor() {
        assertThatThrownBy(() -> WeightFile.read(folder.resolve("model.ckpt-50")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("neither it nor model.ckpt-50.index is there");
        assertThatThrownBy(() -> WeightFile.read(folder))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("a folder needs a weights_manifest.json");
    }

    @Test
    void read_indexUnderAnotherName_saysHowItMustBeNamed() throws Exception {
        CheckpointWriter.v2(folder.resolve("model"), TENSORS, 1);
        Path renamed = Files.move(folder.resolve("model.index"), folder.resolve("renamed"));
        assertThatThrownBy(() -> WeightFile.read(renamed))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("renamed: expected a name that ends with .index");
    }

    /** By its name, where the content cannot tell any more. */
    @ParameterizedTest
    @ValueSource(strings = {"model.ckpt-5", "model.index", "model.mag", "model.safetensors"})
    void read_fileThatIsCutShort_isToldByItsFormat(String name) throws Exception {
        byte[] whole = name.endsWith(".mag")
                ? bundle()
                : name.endsWith(".safetensors")
                        ? SafetensorsWriter.toBytes(Map.of(), TENSORS, ElementType.F32)
                        : CheckpointWriter.v1(TENSORS, false);
        for (int size : new int[] {0, 1, 7, 9, 40, whole.length - 1}) {
            Path file = Files.write(folder.resolve(name), Arrays.copyOf(whole, size));
            assertThatThrownBy(() -> WeightFile.read(file))
                    .as("%d bytes", size)
                    .isInstanceOf(MalformedModelException.class)
                    .hasMessageStartingWith(name)
                    .hasMessageNotContaining("a length and a JSON header (safetensors), a generator's id");
        }
    }

    @Test
    void read_valueThatIsNotFinite_isToldByItsPlace() throws Exception {
        Tensor bad = new Tensor("w", Shape.of(2), new float[] {1, Float.NaN});
        Path file = Files.write(folder.resolve("model.ckpt"), CheckpointWriter.v1(TensorTable.of(bad), false));
        assertThatThrownBy(() -> WeightFile.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("model.ckpt, tensor w, value 1: expected a finite number, but found NaN");
    }

    private static byte[] bundle() {
        return new MessageWriter()
                .message(1, new MessageWriter().text(1, "attention_rnn").text(2, "Attention."))
                .bytes(2, CheckpointWriter.v1(TENSORS, false))
                .bytes(3, GRAPH)
                .toBytes();
    }

    private static void assertRead(Path path, WeightFormat format) throws IOException {
        WeightFile file = WeightFile.read(path);
        assertThat(file.format()).isEqualTo(format);
        assertThat(Tensors.text(file.tensors())).isEqualTo(Tensors.text(TENSORS));
    }
}
