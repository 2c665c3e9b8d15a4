package io.github.musicgen.models.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.importer.ModelFiles;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models that other people trained with Magenta, run by OpenBLAS, and what TensorFlow answers for them: what the portable engine is
 * held to. They are nobody's to hand on, so that this runs only where {@code -Dmusicgen.magenta} names the folder that they lie in.
 */
@EnabledIfSystemProperty(named = "musicgen.magenta", matches = ".+")
class NativeConformanceTest {
    private static final Path FOLDER = Path.of(System.getProperty("musicgen.magenta", ""));
    private static final double TOLERANCE = 5e-5;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "attention_rnn_64x2.mag, attention_rnn_64x2",
        "lookback_rnn_128x2.mag, lookback_rnn_128x2",
        "note_rnn_100.v1.ckpt, note_rnn_100",
        "basic_rnn_64x2.ckpt-50, basic_rnn_64x2"
    })
    void imported_answersAsTensorFlowDoes_atEveryClassOfEveryStep(String file, String golden) throws Exception {
        byte[] json = Files.readAllBytes(FOLDER.resolve(golden + ".golden.json"));
        List<JsonPlace> steps = JsonPlace.of(golden, JsonReader.read(golden, json))
                .field("steps")
                .items();
        assertThat(steps).hasSize(64);
        try (NativeEngine engine = new NativeEngine()) {
            NetworkState network = ModelFiles.read(FOLDER.resolve(file))
                    .bundle()
                    .model(engine)
                    .network()
                    .start();
            for (JsonPlace step : steps) {
                network.begin();
                for (long index : step.field("hot").wholes()) {
                    network.add((int) index, 1);
                }
                float[] answer = network.finish().clone();
                Softmax.apply(answer);
                List<JsonPlace> expected = step.field("p").items();
                assertThat(expected).hasSize(answer.length);
                for (int i = 0; i < answer.length; i++) {
                    assertThat(Math.abs(answer[i] - expected.get(i).number()))
                            .as("class %d", i)
                            .isLessThanOrEqualTo(TOLERANCE);
                }
            }
        }
    }
}
