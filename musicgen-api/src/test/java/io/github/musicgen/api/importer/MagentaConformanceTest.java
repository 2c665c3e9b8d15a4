package io.github.musicgen.api.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.format.MalformedModelException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models that other people trained with Magenta, run by the portable engine, and what TensorFlow answers for them. They are nobody's
 * to hand on, so that this runs only where {@code -Dmusicgen.magenta} names the folder that they lie in.
 */
@EnabledIfSystemProperty(named = "musicgen.magenta", matches = ".+")
class MagentaConformanceTest {
    private static final Path FOLDER = Path.of(System.getProperty("musicgen.magenta", ""));
    private static final double TOLERANCE = 5e-5;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "attention_rnn_64x2.mag, attention_rnn_64x2, attention, 102166",
        "lookback_rnn_128x2.mag, lookback_rnn_128x2, lookback, 264744",
        "note_rnn_100.v1.ckpt, note_rnn_100, basic, 59438",
        "basic_rnn_64x2.ckpt-50, basic_rnn_64x2, basic, 61862"
    })
    void imported_answersAsTensorFlowDoes_atEveryClassOfEveryStep(
            String file, String golden, String configuration, long parameters) throws Exception {
        Bundle bundle = ModelFiles.read(FOLDER.resolve(file)).bundle();
        assertThat(bundle.configuration().name()).isEqualTo(configuration);
        assertThat(bundle.model(Engine.portable()).network().parameterCount()).isEqualTo(parameters);
        JsonNode steps = new ObjectMapper()
                .readTree(FOLDER.resolve(golden + ".golden.json").toFile())
                .get("steps");
        NetworkState network = bundle.model(Engine.portable()).network().start();
        int compared = 0;
        for (JsonNode step : steps) {
            network.begin();
            step.get("hot").forEach(index -> network.add(index.intValue(), 1));
            float[] answer = network.finish().clone();
            Softmax.apply(answer);
            for (int i = 0; i < answer.length; i++) {
                assertThat(Math.abs(answer[i] - step.get("p").get(i).doubleValue()))
                        .as("step %d, class %d", compared, i)
                        .isLessThanOrEqualTo(TOLERANCE);
            }
            compared++;
        }
        assertThat(compared).isEqualTo(64);
    }

    @Test
    void polyphony_isRefusedByName() {
        assertThatThrownBy(() -> ModelFiles.read(FOLDER.resolve("polyphony_rnn_128x2.mag")))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("Polyphony RNN")
                .hasMessageContaining("polyphony_rnn_128x2.mag");
    }
}
