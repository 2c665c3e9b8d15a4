package io.github.musicgen.api.importer;

import static io.github.musicgen.api.testing.TinyVaes.TINY;
import static io.github.musicgen.api.testing.TinyVaes.TINY_DRUMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.magenta.MagentaJsWriter;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MusicVaeVariables;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensorflow.CheckpointWriter;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.TinyVaes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MusicVaeFilesTest {
    private static final MelodyVaeBundle PIANO = TinyVaes.of(TINY.withRange(21, 109), 2);
    private static final MelodyVaeBundle DRUMS = TinyVaes.of(TINY_DRUMS, 4);
    private static final String DRUM_CONFIG =
            "{\"type\":\"MusicVAE\",\"dataConverter\":{\"type\":\"%s\",\"args\":{\"numSteps\":32%s}}}";
    private static final String CONFIG =
            "{\"type\":\"MusicVAE\",\"dataConverter\":{\"type\":\"MelodyConverter\",\"args\":{\"numSteps\":%d,\"minPitch\":%d,\"maxPitch\":%d}}}";

    private static final String CONFIG_OF_BARS =
            "{\"type\":\"MusicVAE\",\"dataConverter\":{\"type\":\"MelodyConverter\",\"args\":{\"numSteps\":%d,\"minPitch\":21,\"maxPitch\":108,\"numSegments\":%d}}}";

    @TempDir
    Path folder;

    private static void assertSameWeights(MelodyVaeBundle actual, MelodyVaeBundle expected) {
        assertThat(actual.tensors().schema().shapes())
                .isEqualTo(expected.tensors().schema().shapes());
        for (Tensor tensor : expected.tensors()) {
            float tolerance = tensor.name().endsWith(".bias") ? 3e-7f : 0; // 1 was taken from the forget bias
            assertThat(actual.tensors().tensor(tensor.name()).values())
                    .as(tensor.name())
                    .containsExactly(tensor.values(), within(tolerance));
        }
    }

    private static void assertSameSizes(MelodyVaeConfiguration actual, MelodyVaeConfiguration expected) {
        assertThat(actual.withName("")).isEqualTo(expected.withName(""));
    }

    @Test
    void read_folderOfMagentaJs_findsSizesAndWeights() throws Exception {
        MagentaJsWriter.write(folder, MusicVaeVariables.of(PIANO), 3);
        Files.writeString(folder.resolve("config.json"), String.format(CONFIG, 32, 21, 108));
        ImportedModel<MelodyVaeBundle> model = ModelFiles.readMelodyVae(folder);
        assertSameWeights(model.bundle(), PIANO);
        assertSameSizes(model.bundle().configuration(), PIANO.configuration());
        assertThat(model.format()).isEqualTo("Magenta.js checkpoint");
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void readAny_takesAMusicVaeForWhatItIs_andBundlesOfEveryFamily() throws Exception {
        MagentaJsWriter.write(folder, MusicVaeVariables.of(PIANO), 1);
        assertThat(ModelFiles.readAny(folder, ImportOptions.DEFAULT).bundle().hash())
                .isEqualTo(ModelFiles.readMelodyVae(folder).bundle().hash());
        Path file = folder.resolve("space.safetensors");
        PIANO.withCard(ModelCard.of("other")).write(file, Precision.F32);
        ModelBundle again = ModelFiles.readAny(file, ImportOptions.DEFAULT).bundle();
        assertThat(again).isInstanceOf(MelodyVaeBundle.class);
        assertThat(again.hash()).isEqualTo(PIANO.hash());
        assertThat(again.card().id()).isEqualTo("other");
    }

    @Test
    void read_checkpointsOfBothKinds_findSizesAndWeights() throws Exception {
        TensorTable variables = with(MusicVaeVariables.of(PIANO), new Tensor("beta1_power", Shape.of(), new float[1]));
        Path first = Files.write(folder.resolve("mel.ckpt"), CheckpointWriter.v1(variables, true));
        CheckpointWriter.v2(folder.resolve("cat-mel_2bar.ckpt-50"), variables, 2);
        for (Path path : List.of(first, folder.resolve("cat-mel_2bar.ckpt-50"))) {
            ImportedModel<MelodyVaeBundle> model = ModelFiles.readMelodyVae(path);
            assertSameWeights(model.bundle(), PIANO);
            assertSameSizes(model.bundle().configuration(), PIANO.configuration());
            assertThat(model.warnings()).anyMatch(warning -> warning.contains("two bars are assumed"));
        }
        assertThat(ModelFiles.readMelodyVae(folder.resolve("cat-mel_2bar.ckpt-50"))
                        .bundle()
                        .card()
                        .id())
                .isEqualTo("cat-mel_2bar");
    }

    @Test
    void read_folderOfDrums_findsSizesAndWeights() throws Exception {
        MagentaJsWriter.write(folder, MusicVaeVariables.of(DRUMS), 3);
        Files.writeString(folder.resolve("config.json"), String.format(DRUM_CONFIG, "DrumsConverter", ""));
        ImportedModel<MelodyVaeBundle> model = ModelFiles.readMelodyVae(folder);
        assertSameWeights(model.bundle(), DRUMS);
        assertSameSizes(model.bundle().configuration(), DRUMS.configuration());
        assertThat(model.warnings()).isEmpty();
        Files.writeString(
                folder.resolve("config.json"),
                String.format(DRUM_CONFIG, "DrumsConverter", "").replace("32", "64"));
        assertThat(ModelFiles.readMelodyVae(folder).bundle().configuration().bars())
                .isEqualTo(4);
    }

    @Test
    void read_checkpointsOfDrumsOfBothKinds_areKnownByTheirTensors() throws Exception {
        TensorTable variables = MusicVaeVariables.of(DRUMS);
        Path first = Files.write(folder.resolve("drums.ckpt"), CheckpointWriter.v1(variables, false));
        CheckpointWriter.v2(folder.resolve("cat-drums_2bar_small.lokl.ckpt-60"), variables, 2);
        for (Path path : List.of(first, folder.resolve("cat-drums_2bar_small.lokl.ckpt-60"))) {
            ImportedModel<MelodyVaeBundle> model = ModelFiles.readMelodyVae(path);
            assertSameWeights(model.bundle(), DRUMS);
            assertSameSizes(model.bundle().configuration(), DRUMS.configuration());
            assertThat(model.warnings())
                    .containsExactly("the file does not tell how long a drum pattern is; two bars are assumed, as in"
                            + " Magenta's small models");
        }
    }

    /** The classes of 2018 sorted pitch 43 and a few others otherwise. */
    @Test
    void read_otherClassesOfDrums_areToldOf_orRefused() throws Exception {
        MagentaJsWriter.write(folder, MusicVaeVariables.of(DRUMS), 1);
        String old = ",\"pitchClasses\":[[36,35],[38,27],[42,44],[46],[45,29],[48],[50,43],[49],[51,52]]";
        Files.writeString(folder.resolve("config.json"), String.format(DRUM_CONFIG, "DrumsConverter", old));
        assertThat(ModelFiles.readMelodyVae(folder).warnings())
                .containsExactly(
                        "the file sorts some drums into other classes than Magenta does today; today's are used");
        String other = ",\"pitchClasses\":[[36],[38],[42]]";
        Files.writeString(folder.resolve("config.json"), String.format(DRUM_CONFIG, "DrumsConverter", other));
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("pitchClasses: expected classes of drums that are played by [36, 38, 42, 46, 45,")
                .hasMessageEndingWith("but found [36, 38, 42]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DrumRollConverter|expected a MusicVAE of melodies or of drums, but found one with a DrumRollConverter",
                "DrumsOneHotConverter|but found one with a DrumsOneHotConverter",
                "GrooveConverter|but found one with a GrooveConverter",
                "TrioConverter|but found one with a TrioConverter",
                "MultitrackConverter|but found one with a MultitrackConverter",
                "MelodyConverter|expected 90 classes, those of melodies from 21 to 108, but found 512"
            })
    void read_otherConverters_areRefusedByName(String converter, String message) throws Exception {
        MagentaJsWriter.write(folder, MusicVaeVariables.of(DRUMS), 1);
        Files.writeString(folder.resolve("config.json"), String.format(DRUM_CONFIG, converter, ""));
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_drumsWhoseSizesAreNot_areRefused() throws Exception {
        MagentaJsWriter.write(folder, MusicVaeVariables.of(PIANO), 1);
        Files.writeString(folder.resolve("config.json"), String.format(DRUM_CONFIG, "DrumsConverter", ""));
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .hasMessageContaining("expected 512 classes, those of 9 drums, but found 90");
        TensorTable oneHot = MusicVaeVariables.of(DRUMS);
        for (String direction : List.of("fw", "bw")) {
            String kernel = "encoder/cell_0/bidirectional_rnn/" + direction + "/multi_rnn_cell/cell_0/lstm_cell/kernel";
            Tensor wide = new Tensor(kernel, Shape.of(512 + 7, 28), new float[519 * 28]);
            oneHot = with(without(oneHot, kernel::equals), wide);
        }
        MagentaJsWriter.write(folder, oneHot, 1);
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .hasMessageContaining("expected an encoder that is shown 10 numbers at each step, but found 512");
    }

    @ParameterizedTest
    @CsvSource({"9", "9 6 4"})
    void read_decodersOfAnyDepth_findTheirLayers(String layers) throws Exception {
        Integer[] units =
                List.of(layers.split(" ")).stream().map(Integer::valueOf).toArray(Integer[]::new);
        MelodyVaeBundle bundle = TinyVaes.of(TINY.withRange(21, 109).withDecoder(units), 5);
        MagentaJsWriter.write(folder, MusicVaeVariables.of(bundle), 1);
        assertSameWeights(ModelFiles.readMelodyVae(folder).bundle(), bundle);
    }

    /** As Magenta made them: of hierdec-mel_16bar, of mel_16bar_small_q2 of Magenta.js, and what lies between. */
    static List<MelodyVaeConfiguration> hierarchical() {
        MelodyVaeConfiguration sixteen = TINY.withRange(21, 109).withBars(16);
        return List.of(
                sixteen.withEncoder(EncoderLayers.whole(7, 4))
                        .withDecoder(DecoderLayers.flat(9, 6).under(8, 3)),
                sixteen.withEncoder(EncoderLayers.byBars(4, 6))
                        .withDecoder(DecoderLayers.flat(6, 9).under(3, 8)),
                sixteen.withEncoder(new EncoderLayers(List.of(3, 4), List.of(6, 2))),
                sixteen.withDecoder(DecoderLayers.flat(6).under(9)));
    }

    @ParameterizedTest
    @MethodSource("hierarchical")
    void read_hierarchicalModels_findLevelsSizesAndWeights(MelodyVaeConfiguration configuration) throws Exception {
        MelodyVaeBundle bundle = TinyVaes.of(configuration, 4);
        TensorTable variables = MusicVaeVariables.of(bundle);
        Path js = Files.createDirectory(folder.resolve("js"));
        MagentaJsWriter.write(js, variables, 3);
        Files.writeString(js.resolve("config.json"), String.format(CONFIG_OF_BARS, 256, 16));
        Path first = Files.write(folder.resolve("mel.ckpt"), CheckpointWriter.v1(variables, true));
        CheckpointWriter.v2(folder.resolve("hierdec-mel_16bar.ckpt"), variables, 2);
        for (Path path : List.of(js, first, folder.resolve("hierdec-mel_16bar.ckpt"))) {
            ImportedModel<MelodyVaeBundle> model = ModelFiles.readMelodyVae(path);
            assertSameWeights(model.bundle(), bundle);
            assertSameSizes(model.bundle().configuration(), configuration);
            List<String> warnings = model.warnings();
            assertThat(warnings.isEmpty() || warnings.get(0).contains("sixteen bars are assumed, as in Magenta's hier"))
                    .isTrue();
            assertThat(warnings).hasSize(path.equals(js) ? 0 : 1);
        }
    }

    @Test
    void read_hierarchicalModels_ofOtherSegments_areRefused() throws Exception {
        MelodyVaeConfiguration configuration = hierarchical().get(1);
        MagentaJsWriter.write(folder, MusicVaeVariables.of(TinyVaes.of(configuration, 4)), 1);
        Files.writeString(folder.resolve("config.json"), String.format(CONFIG_OF_BARS, 256, 8));
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .hasMessageContaining("a MusicVAE of melodies or of drums, but found one of 8 segments in 16 bars");
    }

    @Test
    void read_aConductorThatIsToldWhatWasWritten_isRefused() throws Exception {
        String kernel = "decoder/hierarchical_level_0/cell_0/lstm_cell/kernel";
        TensorTable variables = MusicVaeVariables.of(TinyVaes.of(hierarchical().get(3), 4));
        Tensor wide = new Tensor(kernel, Shape.of(9 + 17, 36), new float[26 * 36]);
        MagentaJsWriter.write(folder, with(without(variables, kernel::equals), wide), 1);
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("of 1 rows more than a fourth of its columns, but found [26, 36]");
    }

    @Test
    void read_otherRangesAndLengths_areTakenFromTheConfiguration() throws Exception {
        MelodyVaeBundle bundle = TinyVaes.of(TINY.withBars(4), 3);
        MagentaJsWriter.write(folder, MusicVaeVariables.of(bundle), 1);
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("expected 90 classes, those of melodies from 21 to 108, but found 38");
        Files.writeString(folder.resolve("config.json"), String.format(CONFIG, 64, 48, 83));
        assertSameSizes(ModelFiles.readMelodyVae(folder).bundle().configuration(), bundle.configuration());
        Files.writeString(folder.resolve("config.json"), String.format(CONFIG, 33, 48, 83));
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder)).hasMessageContaining("but found 33 steps");
    }

    @Test
    void read_withoutDeviation_warns_andDrawsTheMean() throws Exception {
        MagentaJsWriter.write(folder, without(MusicVaeVariables.of(PIANO), name -> name.contains("sigma")), 1);
        ImportedModel<MelodyVaeBundle> model = ModelFiles.readMelodyVae(folder);
        assertThat(model.warnings()).anyMatch(warning -> warning.contains("tells no deviation"));
        int[] events = PIANO.golden().orElseThrow().melody().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        Posterior posterior = model.bundle().model(Engine.portable()).encode(events);
        LatentVector drawn = posterior.sample(SeededRandom.ofSeed(1));
        assertThat(drawn).isEqualTo(posterior.mean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "encoder/hierarchical_level_2/cell_0/bidirectional_rnn/fw/kernel|one of more than two levels",
                "decoder/hierarchical_level_1/initial_state/kernel|one of more than two levels",
                "core_decoder/core_decoder_0/decoder/output_projection/kernel|one of several parts at once, such as a trio",
                "core_decoder/decoder/output_projection/kernel|several: ",
                "decoder/nade/w_enc|one of drums, with a NADE",
                "decoder/more/kernel|also decoder/more/kernel [2, 3]"
            })
    void read_otherKinds_areRefusedByName(String more, String message) throws Exception {
        Tensor tensor = new Tensor(more, Shape.of(2, 3), new float[6]);
        MagentaJsWriter.write(folder, with(MusicVaeVariables.of(PIANO), tensor), 1);
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(message);
    }

    @Test
    void read_modelsWithChords_areRefused() throws Exception {
        MagentaJsWriter.write(folder, MusicVaeVariables.of(PIANO), 1);
        Files.writeString(folder.resolve("config.json"), "{\"chordEncoder\":\"PitchChordEncoder\"}");
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder)).hasMessageContaining("one that is told chords");
    }

    @Test
    void read_aVariableThatIsMissingOrMisshapen_isNamed() throws Exception {
        TensorTable variables = MusicVaeVariables.of(PIANO);
        MagentaJsWriter.write(folder, without(variables, name -> name.equals("encoder/mu/bias")), 1);
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .hasMessageContaining("expected a variable encoder/mu/bias");
        String kernel = "decoder/multi_rnn_cell/cell_0/lstm_cell/kernel";
        Tensor bent = new Tensor(kernel, Shape.of(4, 36), new float[144]);
        MagentaJsWriter.write(folder, with(without(variables, kernel::equals), bent), 1);
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(folder))
                .hasMessageContaining("of 95 rows more than a fourth of its columns, but found [4, 36]");
    }

    @Test
    void read_filesOfTheOtherFamily_sayWhoLoadsThem() throws Exception {
        Path melodies = folder.resolve("melodies.safetensors");
        TinyModels.of(MelodyRnnConfiguration.basicRnn().withLayers(3), 1).write(melodies, Precision.F32);
        assertThatThrownBy(() -> ModelFiles.readMelodyVae(melodies)).hasMessageContaining("which Generator loads");
        Path js = Files.createDirectory(folder.resolve("js"));
        MagentaJsWriter.write(js, MusicVaeVariables.of(PIANO), 1);
        assertThatThrownBy(() -> ModelFiles.read(js)).hasMessageContaining("MusicVAE, which LatentModel loads");
    }

    private static TensorTable without(TensorTable table, Predicate<String> which) {
        List<Tensor> rest = new ArrayList<>();
        table.forEach(tensor -> {
            if (!which.test(tensor.name())) {
                rest.add(tensor);
            }
        });
        return TensorTable.of(rest);
    }

    private static TensorTable with(TensorTable table, Tensor more) {
        List<Tensor> all = new ArrayList<>();
        table.forEach(all::add);
        all.add(more);
        return TensorTable.of(all);
    }
}
