package io.github.musicgen.api.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.importer.MagentaVariables.Names;
import io.github.musicgen.api.magenta.MagentaJsWriter;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.protobuf.MessageWriter;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensorflow.CheckpointWriter;
import io.github.musicgen.api.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fixtures are made by the inverse of the import, in every spelling that TensorFlow ever had. */
class ModelFilesTest {
    private static final Bundle LOOKBACK =
            TinyModels.of(MelodyRnnConfiguration.lookbackRnn().withLayers(6, 5), 1);
    private static final Bundle ATTENTION =
            TinyModels.of(MelodyRnnConfiguration.attentionRnn().withLayers(6, 5), 2);

    @TempDir
    Path folder;

    static Stream<Arguments> everyConfigurationInEverySpelling() {
        List<MelodyRnnConfiguration> configurations = new ArrayList<>();
        for (MelodyRnnConfiguration each : MelodyRnnConfiguration.all()) {
            configurations.add(each.withLayers(7));
            configurations.add(each.withLayers(6, 5));
            configurations.add(each.withLayers(4, 5, 3).withCell(CellKind.TANH));
        }
        configurations.add(MelodyRnnConfiguration.attentionRnn()
                .withLayers(5, 4, 6)
                .withAttention(Optional.of(new Attention(40, Attention.Scope.WHOLE_STACK))));
        configurations.add(MelodyRnnConfiguration.basicRnn()
                .withLayers(5, 4)
                .withAttention(Optional.of(new Attention(40, Attention.Scope.WHOLE_STACK))));
        return configurations.stream()
                .flatMap(configuration -> Stream.of(Names.values()).map(names -> Arguments.of(configuration, names)));
    }

    @ParameterizedTest
    @MethodSource("everyConfigurationInEverySpelling")
    void read_checkpoint_findsConfigurationAndWeights(MelodyRnnConfiguration configuration, Names names)
            throws Exception {
        Bundle bundle = TinyModels.of(configuration, 3);
        Path file = Files.write(
                folder.resolve("model.ckpt"), CheckpointWriter.v1(MagentaVariables.of(bundle, names), false));
        Bundle read = ModelFiles.read(file).bundle();
        assertThat(read.configuration()).isEqualTo(configuration);
        assertSameWeights(read, bundle);
    }

    /** All bits but those of the forget bias, from which 1 was taken and to which it was added again. */
    private static void assertSameWeights(Bundle actual, Bundle expected) {
        assertThat(actual.tensors().schema()).isEqualTo(expected.tensors().schema());
        for (Tensor tensor : expected.tensors()) {
            float tolerance = tensor.name().endsWith(".bias") ? 3e-7f : 0;
            assertThat(actual.tensors().tensor(tensor.name()).values())
                    .as(tensor.name())
                    .containsExactly(tensor.values(), within(tolerance));
        }
    }

    @Test
    void read_bundleOfMagenta_keepsItsWordsAndItsAttentionLength() throws Exception {
        ImportedModel<Bundle> model = ModelFiles.read(magBundle("attention_rnn", ATTENTION, 24));
        assertThat(model.format()).isEqualTo("Magenta generator bundle");
        assertThat(model.bundle().configuration().attention().orElseThrow().length())
                .isEqualTo(24);
        assertThat(model.bundle().card().id()).isEqualTo("old");
        assertThat(model.bundle().card().provenance())
                .containsEntry("id", "attention_rnn")
                .containsEntry("notes", "made at night");
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void read_tensorsThatContradictTheId_winAndAreWarnedAbout() throws Exception {
        ImportedModel<Bundle> model = ModelFiles.read(magBundle("basic_rnn", LOOKBACK, 24));
        assertThat(model.bundle().configuration().name()).isEqualTo("lookback");
        assertThat(model.warnings())
                .containsExactly("the bundle calls its model basic_rnn, but its tensors are those of lookback_rnn");
    }

    private Path magBundle(String id, Bundle bundle, int attentionLength) throws IOException {
        byte[] checkpoint = CheckpointWriter.v1(MagentaVariables.of(bundle, Names.TODAY), false);
        byte[] graph = CheckpointWriter.graph("rnn/attention_cell_wrapper", -1, attentionLength, 6);
        MessageWriter message = new MessageWriter()
                .message(1, new MessageWriter().text(1, id).text(2, "A description."))
                .bytes(2, checkpoint)
                .bytes(3, graph)
                .message(4, new MessageWriter().text(1, "made at night"));
        return Files.write(folder.resolve("old.mag"), message.toBytes());
    }

    @Test
    void read_attentionLengthThatNobodyTells_isFortyWithAWarning_orWhatTheCallerSays() throws Exception {
        Path file = Files.write(
                folder.resolve("model.ckpt"),
                CheckpointWriter.v1(MagentaVariables.of(ATTENTION, Names.EARLY_2017), false));
        ImportedModel<Bundle> model = ModelFiles.read(file);
        assertThat(model.bundle().configuration().attention().orElseThrow().length())
                .isEqualTo(40);
        assertThat(model.warnings()).singleElement().asString().contains("40 are assumed");
        ImportedModel<Bundle> told = ModelFiles.read(file, new ImportOptions(OptionalInt.of(12)));
        assertThat(told.bundle().configuration().attention().orElseThrow().length())
                .isEqualTo(12);
        assertThat(told.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Names.class)
    void read_secondCheckpointFormat_isReadByItsPrefix(Names names) throws Exception {
        CheckpointWriter.v2(folder.resolve("model.ckpt-50"), MagentaVariables.of(LOOKBACK, names), 2);
        ImportedModel<Bundle> model = ModelFiles.read(folder.resolve("model.ckpt-50"));
        assertSameWeights(model.bundle(), LOOKBACK);
        assertThat(model.bundle().card().id()).isEqualTo("model");
    }

    @Test
    void read_folderOfMagentaJs_withoutTheBiasThatItIgnores_takesZeros() throws Exception {
        TensorTable variables =
                without(MagentaVariables.of(ATTENTION, Names.TODAY), name -> name.endsWith("attention/bias"));
        MagentaJsWriter.write(folder, variables, 2);
        Files.writeString(folder.resolve("config.json"), "{\"type\":\"MusicRNN\",\"attentionLength\":32}");
        ImportedModel<Bundle> model = ModelFiles.read(folder);
        assertThat(model.bundle().configuration().attention().orElseThrow().length())
                .isEqualTo(32);
        assertThat(model.bundle().tensors().tensor("attention.query.bias").values())
                .containsOnly(0f)
                .hasSize(6);
        assertThat(model.warnings()).singleElement().asString().contains("zeros are assumed");
    }

    @Test
    void read_configurationOfMagentaJs_thatContradictsTheTensors_isWarnedAbout() throws Exception {
        MagentaJsWriter.write(folder, MagentaVariables.of(ATTENTION, Names.TODAY), 1);
        Files.writeString(
                folder.resolve("config.json"),
                "{\"type\":\"MusicRNN\",\"chordEncoder\":\"PitchChordEncoder\",\"attentionLength\":40,"
                        + "\"dataConverter\":{\"type\":\"DrumsConverter\",\"args\":{}}}");
        ImportedModel<Bundle> model = ModelFiles.read(folder);
        assertThat(model.bundle().configuration().name()).isEqualTo("attention");
        assertThat(model.warnings())
                .hasSize(2)
                .anyMatch(warning -> warning.contains("PitchChordEncoder"))
                .anyMatch(warning -> warning.contains("DrumsConverter"));
    }

    @Test
    void read_oneHotModelOfAnotherRange_takesTheRangeFromTheConfiguration() throws Exception {
        MelodyRnnConfiguration basic = MelodyRnnConfiguration.basicRnn();
        MelodyRnnConfiguration piano = new MelodyRnnConfiguration(
                "basic", basic.input(), 21, 109, OptionalInt.empty(), 4, CellKind.LSTM, List.of(5), Optional.empty());
        MagentaJsWriter.write(folder, MagentaVariables.of(TinyModels.of(piano, 4), Names.TODAY), 1);
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("expected inputs and classes of a melody model")
                .hasMessageContaining("90 and 90");
        Files.writeString(
                folder.resolve("config.json"),
                "{\"dataConverter\":{\"type\":\"MelodyConverter\",\"args\":{\"minPitch\":21,\"maxPitch\":108}}}");
        assertThat(ModelFiles.read(folder).bundle().configuration()).isEqualTo(piano);
    }

    @Test
    void read_asManyPitchesAsMagentas_butOthers_areTheOnesOfTheConfiguration() throws Exception {
        MelodyRnnConfiguration basic = MelodyRnnConfiguration.basicRnn().withLayers(5);
        MagentaJsWriter.write(folder, MagentaVariables.of(TinyModels.of(basic, 4), Names.TODAY), 1);
        String config = "{\"dataConverter\":{\"type\":\"MelodyConverter\",\"args\":{\"minPitch\":%d,\"maxPitch\":%d}}}";
        Files.writeString(folder.resolve("config.json"), String.format(config, 36, 71));
        assertThat(ModelFiles.read(folder).bundle().configuration().minPitch()).isEqualTo(36);
        assertThat(ModelFiles.read(folder).bundle().configuration().key()).isEmpty();
        Files.writeString(folder.resolve("config.json"), String.format(config, 48, 83));
        assertThat(ModelFiles.read(folder).bundle().configuration()).isEqualTo(basic);
        Files.writeString(folder.resolve("config.json"), String.format(config, 48, 90));
        assertThat(ModelFiles.read(folder).bundle().configuration()).isEqualTo(basic);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, one_drum",
        "518, 512, drum_kit",
        "87, 38, basic_improv",
        "123, 40, attention_improv",
        "75, 38, chord_pitches_improv",
        "259, 259, polyphony",
        "356, 356, performance",
        "388, 388, performance_with_dynamics"
    })
    void read_otherFamilies_areRefusedByName(int inputs, int classes, String family) throws Exception {
        TensorTable variables = TensorTable.of(
                zeros("rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel", inputs + 3, 12),
                zeros("rnn/multi_rnn_cell/cell_0/basic_lstm_cell/bias", 12),
                zeros("fully_connected/weights", 3, classes),
                zeros("fully_connected/biases", classes));
        Path file = Files.write(folder.resolve("model.ckpt"), CheckpointWriter.v1(variables, false));
        assertThatThrownBy(() -> ModelFiles.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("a model of the family " + family);
    }

    @Test
    void read_variationalModel_isRefusedByName() throws Exception {
        TensorTable variables =
                TensorTable.of(zeros("encoder/mu/kernel", 2, 2), zeros("decoder/z_to_initial_state/kernel", 2, 2));
        Path file = Files.write(folder.resolve("model.ckpt"), CheckpointWriter.v1(variables, false));
        assertThatThrownBy(() -> ModelFiles.read(file)).hasMessageContaining("MusicVAE");
    }

    @Test
    void read_variableTooFew_orTooMany_orMisshapen_saysWhich() throws Exception {
        TensorTable variables = MagentaVariables.of(LOOKBACK, Names.TODAY);
        assertRefused(
                without(variables, name -> name.equals("fully_connected/biases")), "a variable fully_connected/bias");
        assertRefused(with(variables, zeros("more/kernel", 2, 2)), "also more/kernel [2, 2]");
        assertRefused(
                with(
                        without(variables, name -> name.equals("fully_connected/biases")),
                        zeros("fully_connected/biases", 41)),
                "fully_connected/biases of 40 values, but found [41]");
        assertRefused(
                with(
                        without(variables, name -> name.contains("cell_0/basic_lstm_cell/kernel")),
                        zeros("rnn/multi_rnn_cell/cell_0/basic_lstm_cell/kernel", 127, 23)),
                "4 columns a unit");
        assertRefused(with(variables, zeros("copy/fully_connected/weights", 5, 40)), "one network, but found several");
    }

    @Test
    void read_singleNumbersAndOptimizerSlots_arePassedOver() throws Exception {
        TensorTable variables = with(
                with(MagentaVariables.of(LOOKBACK, Names.TODAY), new Tensor("learning_rate", Shape.of(), new float[] {1
                })),
                zeros("fully_connected/weights/Adam", 5, 40));
        ImportedModel<Bundle> model =
                ModelFiles.read(Files.write(folder.resolve("model.ckpt"), CheckpointWriter.v1(variables, false)));
        assertThat(model.warnings()).singleElement().asString().contains("learning_rate");
        assertThat(model.passedOver())
                .containsExactly("global_step: counter of training", "fully_connected/weights/Adam: optimizer slot");
    }

    @Test
    void read_itsOwnBundle_andTheModelItWasImportedFrom_haveOneFingerprint() throws Exception {
        Path old = Files.write(
                folder.resolve("old.ckpt"), CheckpointWriter.v1(MagentaVariables.of(LOOKBACK, Names.YEAR_2016), false));
        Bundle imported = ModelFiles.read(old).bundle();
        imported.write(folder.resolve("new.safetensors"), Precision.F32);
        Bundle again = ModelFiles.read(folder.resolve("new.safetensors")).bundle();
        assertThat(again.hash()).isEqualTo(imported.hash()).hasSize(64);
        assertThat(again.card()).isEqualTo(imported.card());
    }

    private void assertRefused(TensorTable variables, String words) throws IOException {
        Path file = Files.write(folder.resolve("bad.ckpt"), CheckpointWriter.v1(variables, false));
        assertThatThrownBy(() -> ModelFiles.read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageStartingWith("bad.ckpt")
                .hasMessageContaining(words);
    }

    private static Tensor zeros(String name, int... sizes) {
        Shape shape = Shape.of(sizes);
        return new Tensor(name, shape, new float[shape.values()]);
    }

    private static TensorTable without(TensorTable table, Predicate<String> names) {
        List<Tensor> kept = new ArrayList<>();
        table.forEach(tensor -> {
            if (!names.test(tensor.name())) {
                kept.add(tensor);
            }
        });
        return TensorTable.of(kept);
    }

    private static TensorTable with(TensorTable table, Tensor more) {
        List<Tensor> all = new ArrayList<>();
        table.forEach(all::add);
        all.add(more);
        return TensorTable.of(all);
    }
}
