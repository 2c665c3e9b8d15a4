package io.github.musicgen.models.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.ImportedModel;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyInput;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.files.AtomicFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MagentaJsExporterTest {
    private static final MelodyRnnConfiguration BASIC = MelodyRnnConfiguration.basicRnn();
    private static final int MAX_SHARD = 4 * 1024 * 1024;

    @TempDir
    Path home;

    static Stream<MelodyRnnConfiguration> expressible() {
        return Stream.of(BASIC, MelodyRnnConfiguration.monoRnn())
                .flatMap(each -> Stream.of(each, each.withLayers(17), each.withLayers(13, 1, 7)));
    }

    @ParameterizedTest
    @MethodSource("expressible")
    void modelOfMagenta_comesBackToTheBit(MelodyRnnConfiguration configuration) throws IOException {
        Bundle bundle = ofMagenta(configuration, 1);

        ImportedModel<Bundle> back = throughAFolder(bundle);

        assertThat(back.warnings()).isEmpty();
        assertThat(back.passedOver()).isEmpty();
        assertThat(back.bundle().configuration()).isEqualTo(configuration);
        assertThat(back.bundle().hash()).isEqualTo(bundle.hash());
    }

    /** All but forget biases are moved, not computed with; those lose what is below the last place of the bias less 1. */
    @ParameterizedTest
    @MethodSource("expressible")
    void modelOfOurs_comesBackToTheBit_butForSmallForgetBiases(MelodyRnnConfiguration configuration)
            throws IOException {
        Bundle bundle = RandomBundles.of(configuration, 2);

        Bundle back = throughAFolder(bundle).bundle();

        for (Tensor tensor : bundle.tensors()) {
            float[] values = tensor.values();
            float[] found = back.tensors().tensor(tensor.name()).values();
            boolean cells = tensor.name().startsWith("layer.") && tensor.name().endsWith(".bias");
            for (int i = 0; i < values.length; i++) {
                boolean forget = cells && i / (values.length / 4) == 1;
                float lost = forget && values[i] < 0.5 ? Math.ulp(values[i] - 1) / 2 : 0;
                assertThat(Math.abs((double) found[i] - values[i]))
                        .as("%s, value %d: %s", tensor, i, values[i])
                        .isLessThanOrEqualTo(lost);
            }
        }
    }

    @Test
    void modelOfAnotherRange_comesBackWithItsRange_inNoKey() throws IOException {
        MelodyRnnConfiguration bass = ranged(28, 52);

        Bundle back = throughAFolder(ofMagenta(bass, 3)).bundle();

        assertThat(back.configuration()).isEqualTo(bass);
    }

    @Test
    void config_tellsTheRangeAsMagentaJsCountsIt_andWhoseModelItIs() throws IOException {
        Bundle bundle = RandomBundles.of(BASIC.withLayers(5), 4);
        MagentaJsExporter.write(bundle, home.resolve("basic"));

        assertThat(home.resolve("basic/config.json"))
                .hasContent("{\"type\":\"MusicRNN\",\"dataConverter\":{\"type\":\"MelodyConverter\","
                        + "\"args\":{\"minPitch\":48,\"maxPitch\":83}},\"musicgen\":{\"id\":\"random-basic\","
                        + "\"description\":\"Drawn from a seed\",\"license\":\"CC0-1.0\","
                        + "\"attribution\":\"Näme \\\"nobody\\\"\",\"sha256\":\"" + bundle.hash()
                        + "\",\"configuration\":{\"name\":\"basic\",\"encoding\":\"one-hot\",\"minPitch\":48,"
                        + "\"maxPitch\":84,\"key\":0,\"stepsPerQuarter\":4,\"cell\":\"lstm\",\"layers\":[5]}}}");
    }

    @Test
    void manifest_namesTheVariablesAsMagentaJsLooksForThem() throws IOException {
        MagentaJsExporter.write(RandomBundles.of(BASIC.withLayers(5), 5), home.resolve("basic"));

        assertThat(home.resolve("basic/weights_manifest.json"))
                .hasContent("[{\"paths\":[\"group1-shard1of1\"],\"weights\":["
                        + "{\"name\":\"rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel\",\"shape\":[43,20],"
                        + "\"dtype\":\"float32\"},"
                        + "{\"name\":\"rnn/multi_rnn_cell/cell_0/basic_lstm_cell/bias\",\"shape\":[20],"
                        + "\"dtype\":\"float32\"},"
                        + "{\"name\":\"fully_connected/weights\",\"shape\":[5,38],\"dtype\":\"float32\"},"
                        + "{\"name\":\"fully_connected/biases\",\"shape\":[38],\"dtype\":\"float32\"}]}]");
    }

    @Test
    void largeModel_isCutIntoFilesThatBrowsersKeep() throws IOException {
        Bundle bundle = ofMagenta(MelodyRnnConfiguration.monoRnn().withLayers(512, 300), 6);
        Path folder = home.resolve("large");

        MagentaJsExporter.write(bundle, folder);

        List<Long> sizes = Stream.of("group1-shard1of3", "group1-shard2of3", "group1-shard3of3")
                .map(name -> folder.resolve(name).toFile().length())
                .toList();
        long rest = 4 * bundle.tensors().schema().valueCount() - 2 * MAX_SHARD;
        assertThat(sizes).containsExactly((long) MAX_SHARD, (long) MAX_SHARD, rest);
        assertThat(names(folder)).hasSize(5);
        assertThat(ModelFiles.read(folder).bundle().hash()).isEqualTo(bundle.hash());
    }

    @Test
    void folderOfOurs_comesBackWithItsCard_andWithKeyAndGrid() throws IOException {
        MelodyRnnConfiguration sixths = new MelodyRnnConfiguration(
                "sixths", BASIC.input(), 48, 84, OptionalInt.of(7), 6, CellKind.LSTM, List.of(5), Optional.empty());
        Bundle bundle = ofMagenta(sixths, 21);

        ImportedModel<Bundle> read = throughAFolder(bundle);

        assertThat(read.bundle().configuration()).isEqualTo(sixths);
        assertThat(read.bundle().hash()).isEqualTo(bundle.hash());
        ModelCard card = read.bundle().card();
        assertThat(card.id()).isEqualTo(bundle.card().id());
        assertThat(card.description()).isEqualTo(bundle.card().description());
        assertThat(card.license()).isEqualTo("CC0-1.0");
        assertThat(card.attribution()).isEqualTo(bundle.card().attribution());
        assertThat(card.provenance()).containsEntry("format", "Magenta.js checkpoint");
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void folderOfOurs_whoseTensorsAreOthers_isRefused() throws IOException {
        Path folder = home.resolve("model");
        MagentaJsExporter.write(ofMagenta(BASIC.withLayers(5), 22), folder);
        Path config = folder.resolve("config.json");
        Files.writeString(config, Files.readString(config).replaceFirst("\\[\\s*5\\s*\\]", "[6]"));

        assertThatThrownBy(() -> ModelFiles.read(folder)).isInstanceOf(MalformedModelException.class);
    }

    static Stream<MelodyRnnConfiguration> inexpressible() {
        return Stream.of(
                MelodyRnnConfiguration.lookbackRnn(),
                MelodyRnnConfiguration.attentionRnn(),
                BASIC.withCell(CellKind.TANH),
                BASIC.withAttention(Optional.of(new Attention(8, Attention.Scope.WHOLE_STACK))));
    }

    @ParameterizedTest
    @MethodSource("inexpressible")
    void modelThatMagentaJsCannotRun_isRefusedWithTheReason(MelodyRnnConfiguration configuration) {
        Bundle bundle = RandomBundles.of(configuration.withLayers(5), 7);

        assertThatThrownBy(() -> MagentaJsExporter.write(bundle, home.resolve("refused")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("a model for Magenta\\.js must have .+, because .+, but had .+");
        assertThat(names(home)).isEmpty();
    }

    @Test
    void refusal_namesWhatTheModelHas() {
        Bundle bundle = RandomBundles.of(MelodyRnnConfiguration.lookbackRnn().withLayers(5), 8);

        assertThatThrownBy(() -> MagentaJsExporter.write(bundle, home.resolve("refused")))
                .hasMessage(
                        "a model for Magenta.js must have one-hot input, because that is how it shows melodies to all its"
                                + " models, but had lookback");
    }

    @Test
    void folderWithSuchAModel_isReplaced_andNothingElseIsLeft() throws IOException {
        Path folder = home.resolve("basic");
        MagentaJsExporter.write(ofMagenta(MelodyRnnConfiguration.monoRnn().withLayers(512, 300), 9), folder);
        Bundle small = ofMagenta(BASIC.withLayers(5), 10);

        MagentaJsExporter.write(small, folder);

        assertThat(names(home)).containsExactly("basic");
        assertThat(names(folder)).containsExactly("config.json", "group1-shard1of1", "weights_manifest.json");
        assertThat(ModelFiles.read(folder).bundle().hash()).isEqualTo(small.hash());
    }

    @Test
    void emptyFolder_isFilled() throws IOException {
        Bundle bundle = ofMagenta(BASIC.withLayers(5), 11);
        Path folder = Files.createDirectory(home.resolve("empty"));

        MagentaJsExporter.write(bundle, folder);

        assertThat(ModelFiles.read(folder).bundle().hash()).isEqualTo(bundle.hash());
    }

    @Test
    void folderWithSomethingElse_isLeftAsItWas() throws IOException {
        Path folder = home.resolve("basic");
        MagentaJsExporter.write(RandomBundles.of(BASIC.withLayers(5), 12), folder);
        byte[] config = Files.readAllBytes(folder.resolve("config.json"));
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> MagentaJsExporter.write(RandomBundles.of(BASIC.withLayers(6), 13), folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(folder + ": the folder holds something else: notes.txt");
        assertThat(names(home)).containsExactly("basic");
        assertThat(folder.resolve("config.json")).hasBinaryContent(config);
    }

    @Test
    void file_isNotTakenForAFolder() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "mine");
        Bundle bundle = RandomBundles.of(BASIC.withLayers(5), 14);

        assertThatThrownBy(() -> MagentaJsExporter.write(bundle, file)).hasMessage(file + ": a file, not a folder");
        assertThatThrownBy(() -> MagentaJsExporter.write(bundle, file.resolve("basic")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(file + ": no such folder");
        assertThat(file).hasContent("mine");
    }

    @Test
    void failureHalfWay_leavesWhatWasThere() throws IOException {
        Path folder = Files.createDirectory(home.resolve("basic"));
        Path old = Files.writeString(folder.resolve("config.json"), "old");

        assertThatThrownBy(() -> AtomicFolder.write(folder, MagentaJsFiles::isOne, target -> {
                    Files.writeString(target.resolve("config.json"), "new");
                    throw new IOException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(names(home)).containsExactly("basic");
        assertThat(old).hasContent("old");
    }

    /** As if it had been imported: forget biases are what TensorFlow's are with 1 added. */
    private static Bundle ofMagenta(MelodyRnnConfiguration configuration, long seed) {
        List<Tensor> tensors = new ArrayList<>();
        for (Tensor tensor : RandomBundles.of(configuration, seed).tensors()) {
            boolean cells = tensor.name().startsWith("layer.") && tensor.name().endsWith(".bias");
            tensors.add(cells ? withForgetBias(tensor) : tensor);
        }
        return RandomBundles.of(configuration, TensorTable.of(tensors));
    }

    private static Tensor withForgetBias(Tensor bias) {
        float[] values = bias.values().clone();
        int units = values.length / 4;
        for (int i = units; i < 2 * units; i++) {
            values[i] += 1;
        }
        return new Tensor(bias.name(), bias.shape(), values);
    }

    private ImportedModel<Bundle> throughAFolder(Bundle bundle) throws IOException {
        Path folder = home.resolve("model");
        MagentaJsExporter.write(bundle, folder);
        return ModelFiles.read(folder);
    }

    private static MelodyRnnConfiguration ranged(int minPitch, int maxPitch) {
        return new MelodyRnnConfiguration(
                BASIC.name(),
                MelodyInput.ONE_HOT,
                minPitch,
                maxPitch,
                OptionalInt.empty(),
                BASIC.stepsPerQuarter(),
                BASIC.cell(),
                List.of(5),
                Optional.empty());
    }

    private static List<String> names(Path folder) {
        return Stream.of(folder.toFile().list()).sorted().toList();
    }
}
