package io.github.musicgen.api.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.magenta.GeneratorBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Models that other people trained with Magenta, and what TensorFlow answers for them. They are nobody's to hand on, so that this
 * runs only where {@code -Dmusicgen.magenta} names the folder that they lie in.
 */
@EnabledIfSystemProperty(named = "musicgen.magenta", matches = ".+")
class MagentaModelsTest {
    private static final Path FOLDER = Path.of(System.getProperty("musicgen.magenta", ""));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "attention_rnn_64x2.mag, GENERATOR_BUNDLE, attention_rnn, 102166, 40",
        "lookback_rnn_128x2.mag, GENERATOR_BUNDLE, lookback_rnn, 264744, ",
        "polyphony_rnn_128x2.mag, GENERATOR_BUNDLE, polyphony, 363651, ",
        "note_rnn_100.v1.ckpt, CHECKPOINT_V1, , 59438, ",
        "basic_rnn_64x2.ckpt-50, CHECKPOINT_V2, , 61862, ",
        "basic_rnn_64x2.ckpt-50.index, CHECKPOINT_V2, , 61862, ",
        "basic_rnn_64x2.ckpt-50.data-00000-of-00001, CHECKPOINT_V2, , 61862, "
    })
    void read_tellsWhatIsInIt(
            String name, WeightFormat format, @Nullable String id, long values, @Nullable Integer attentionLength)
            throws Exception {
        WeightFile file = WeightFile.read(FOLDER.resolve(name));
        assertThat(file.format()).isEqualTo(format);
        assertThat(file.texts().get("id")).isEqualTo(id);
        assertThat(file.tensors().schema().valueCount()).isEqualTo(values);
        assertThat(file.attentionLength().stream().boxed().toList())
                .isEqualTo(attentionLength == null ? List.of() : List.of(attentionLength));
    }

    /** The tolerance is what the models' own page asks for; TensorFlow's floats stray from doubles by up to 3.5e-5 there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "attention_rnn_64x2.mag, attention_rnn_64x2, 5e-5",
        "lookback_rnn_128x2.mag, lookback_rnn_128x2, 5e-5",
        "polyphony_rnn_128x2.mag, polyphony_rnn_128x2, 2e-4",
        "note_rnn_100.v1.ckpt, note_rnn_100, 5e-5",
        "basic_rnn_64x2.ckpt-50, basic_rnn_64x2, 5e-5"
    })
    void tensors_runAsANetwork_answerAsTensorFlowDoes(String name, String golden, double tolerance) throws Exception {
        JsonPlace root = json(FOLDER.resolve(golden + ".golden.json"));
        ReferenceNetwork network = ReferenceNetworks.of(WeightFile.read(FOLDER.resolve(name)));
        int inputSize = (int) root.field("inputSize").whole(1, 1000);
        List<Double> differences = new ArrayList<>();
        for (JsonPlace step : root.field("steps").items()) {
            double[] input = new double[inputSize];
            for (long hot : step.field("hot").wholes()) {
                input[(int) hot] = 1;
            }
            double[] answer = network.step(input);
            List<JsonPlace> expected = step.field("p").items();
            assertThat(answer).hasSize(expected.size());
            for (int i = 0; i < answer.length; i++) {
                differences.add(Math.abs(answer[i] - expected.get(i).number()));
            }
        }
        assertThat(differences).hasSize(64 * (int) root.field("classes").whole(1, 1000));
        assertThat(differences).allMatch(difference -> difference <= tolerance);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"attention_rnn_64x2.mag", "lookback_rnn_128x2.mag", "polyphony_rnn_128x2.mag"})
    void read_bundleCutAtEveryThousandthByte_isRefused(String name) throws Exception {
        Bytes whole = Bytes.ofFile(FOLDER.resolve(name));
        GeneratorBundle.read(whole);
        for (int size = 0; size < whole.size(); size += 1000) {
            Bytes cut = whole.slice(0, size, "a part");
            assertThatThrownBy(() -> GeneratorBundle.read(cut))
                    .as("%d bytes", size)
                    .isInstanceOf(MalformedModelException.class);
        }
    }

    private static JsonPlace json(Path file) throws IOException {
        Bytes bytes = Bytes.ofFile(file);
        return JsonPlace.of(bytes.part(), JsonReader.read(bytes));
    }
}
