package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.examples.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeCommandTest {
    private static final int STEPS = 50;

    @TempDir
    private Path folder;

    private Path model;
    private Path golden;

    @BeforeEach
    void write() throws IOException {
        model = SmallModels.attention(folder.resolve("model.safetensors"), 5);
        golden = folder.resolve("golden.json");
    }

    @Test
    void probe_ofItsOwnAnswers_differsByNothing() throws IOException {
        write(Map.of("about", "ourselves", "steps", answers(false)));

        JsonNode json = probe();

        assertThat(json.get("maxAbsoluteDifference").asDouble()).isLessThan(1e-7);
        assertThat(json.get("steps").asInt()).isEqualTo(STEPS);
        assertThat(json.get("classes").asInt()).isEqualTo(40);
    }

    @Test
    void probe_ofABareListWithAllInputs_isTheSame() throws IOException {
        write(answers(true));

        assertThat(probe().get("maxAbsoluteDifference").asDouble()).isLessThan(1e-7);
    }

    @Test
    void probe_ofOneWrongNumber_findsIt() throws IOException {
        List<Map<String, Object>> rows = answers(false);
        rows.get(17).computeIfPresent("p", (name, answer) -> {
            float[] wrong = ((float[]) answer).clone();
            wrong[3] += 0.25F;
            return wrong;
        });
        write(rows);

        JsonNode json = probe();

        assertThat(json.get("maxAbsoluteDifference").asDouble()).isEqualTo(0.25, within(1e-6));
        assertThat(json.at("/where/step").asInt()).isEqualTo(17);
        assertThat(json.at("/where/class").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"steps": []}                | expected a list of steps
            {"rows": []}                 | expected a list of steps
            [null]                       | step 0: expected an object
            [{"p": [1]}]                 | step 0: expected a list of numbers as "hot"
            [{"hot": ["x"], "p": [1]}]   | step 0: expected only numbers in "hot"
            [{"hot": [74], "p": [1]}]    | step 0: expected "hot" to hold indices of the model's 74 inputs, not 74
            [{"hot": [0.5], "p": [1]}]   | step 0: expected "hot" to hold indices of the model's 74 inputs, not 0.5
            [{"in": [1, 0], "p": [1]}]   | step 0: expected 74 inputs, as the model has, not 2
            [{"hot": [1], "p": [1]}]     | step 0: expected "p" of 40 classes, as the model has, not 1
            [{"hot": [1                  | line 1:
            """)
    void probe_ofAFaultyFile_saysWhere(String text, String fault) throws IOException {
        Files.writeString(golden, text);

        CommandLineRun run = CommandLineRun.of("probe", model, golden);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("musicgen: " + golden + ": " + fault).hasLineCount(1);
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "musicgen.magenta", matches = ".+")
    @CsvSource({
        "attention_rnn_64x2.mag, attention_rnn_64x2",
        "lookback_rnn_128x2.mag, lookback_rnn_128x2",
        "note_rnn_100.v1.ckpt, note_rnn_100",
        "basic_rnn_64x2.ckpt-50, basic_rnn_64x2"
    })
    void probe_ofMagentasModels_answersAsTensorFlowDoes_beforeAndAfterTheImport(String file, String name)
            throws IOException {
        Path magenta = Path.of(System.getProperty("musicgen.magenta"));
        golden = magenta.resolve(name + ".golden.json");
        Path imported = folder.resolve("imported.safetensors");
        assertThat(CommandLineRun.of("import", magenta.resolve(file), "-o", imported)
                        .exitCode())
                .isZero();
        for (Path each : List.of(magenta.resolve(file), imported)) {
            model = each;
            assertThat(probe().get("steps").asInt()).isEqualTo(64);
            assertThat(probe().get("maxAbsoluteDifference").asDouble()).isLessThanOrEqualTo(5e-5);
        }
    }

    private JsonNode probe() throws IOException {
        CommandLineRun run = CommandLineRun.of("probe", model, golden);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.json();
    }

    private void write(Object json) throws IOException {
        new ObjectMapper().writeValue(golden.toFile(), json);
    }

    /** What the model answers to inputs of two ones each. */
    private List<Map<String, Object>> answers(boolean dense) throws IOException {
        NetworkState run = Bundle.read(model).model(Engine.portable()).network().start();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            int[] hot = {step % 38, 38 + step % 36};
            float[] input = new float[74];
            run.begin();
            for (int index : hot) {
                run.add(index, 1);
                input[index] = 1;
            }
            float[] answer = run.finish().clone();
            Softmax.apply(answer);
            rows.add(new HashMap<>(dense ? Map.of("in", input, "p", answer) : Map.of("hot", hot, "p", answer)));
        }
        return rows;
    }
}
