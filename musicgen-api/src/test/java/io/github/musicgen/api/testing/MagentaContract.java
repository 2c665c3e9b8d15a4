package io.github.musicgen.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.engine.StepNetwork;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models that other people trained with Magenta, run by an engine, and what TensorFlow answers for them. They are nobody's to hand on,
 * so that a test of this kind is enabled only where {@code -Dmusicgen.magenta} names the folder that they lie in.
 */
public abstract class MagentaContract {
    protected static final Path FOLDER = Path.of(System.getProperty("musicgen.magenta", ""));
    private static final double TOLERANCE = 5e-5;

    /** The engine under test. */
    protected abstract Engine engine();

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
        StepNetwork network = bundle.model(engine()).network();
        assertThat(network.parameterCount()).isEqualTo(parameters);
        NetworkState run = network.start();
        int compared = 0;
        for (JsonPlace step : steps(golden)) {
            run.begin();
            for (long index : step.field("hot").wholes()) {
                run.add((int) index, 1);
            }
            float[] answer = run.finish().clone();
            Softmax.apply(answer);
            List<JsonPlace> expected = step.field("p").items();
            assertThat(expected).hasSize(answer.length);
            for (int i = 0; i < answer.length; i++) {
                assertThat(Math.abs(answer[i] - expected.get(i).number()))
                        .as("step %d, class %d", compared, i)
                        .isLessThanOrEqualTo(TOLERANCE);
            }
            compared++;
        }
        assertThat(compared).isEqualTo(64);
    }

    private static List<JsonPlace> steps(String golden) throws Exception {
        byte[] json = Files.readAllBytes(FOLDER.resolve(golden + ".golden.json"));
        return JsonPlace.of(golden, JsonReader.read(golden, json))
                .field("steps")
                .items();
    }
}
