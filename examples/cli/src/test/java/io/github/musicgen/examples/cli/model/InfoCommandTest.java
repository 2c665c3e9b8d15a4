package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.examples.cli.CommandLineRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {
    @TempDir
    private Path folder;

    @Test
    void info_ofABundle_tellsAllThatIsKnown() throws IOException {
        CommandLineRun run = CommandLineRun.of("info", SmallModels.attention(folder.resolve("a.safetensors"), 7));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = run.json();
        assertThat(json.get("format").asText()).isEqualTo("musicgen bundle");
        assertThat(json.get("id").asText()).isEqualTo("small-attention");
        assertThat(json.at("/configuration/encoding").asText()).isEqualTo("key-melody");
        assertThat(json.at("/configuration/attention/length").asInt()).isEqualTo(40);
        assertThat(json.at("/configuration/attention/scope").asText()).isEqualTo("first-layer");
        assertThat(json.get("layers")).hasSize(2);
        assertThat(json.get("parameters").asLong()).isPositive();
        assertThat(json.get("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(json.at("/sampling/temperature").asDouble()).isEqualTo(1);
        assertThat(json.get("license").asText()).isEqualTo("CC0-1.0");
        assertThat(json.get("attribution").asText()).isEqualTo("Nobody");
        assertThat(json.at("/provenance/seed").asText()).isEqualTo("7");
        assertThat(json.at("/figures/natsPerStep").asDouble()).isEqualTo(1.5);
        assertThat(json.get("warnings")).isEmpty();
        assertThat(json.get("golden").asText()).isEqualTo("verified");
        assertThat(json.get("goldenDifferences")).isEmpty();
    }

    @Test
    void info_ofABundleWhoseWeightsChanged_saysWhereItDiffers() throws IOException {
        Path file = SmallModels.basic(folder.resolve("b.safetensors"), 7);
        byte[] bytes = Files.readAllBytes(file);
        int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        bytes[Long.BYTES + header + 3] ^= 1; // the exponent of the first weight
        Files.write(file, bytes);

        JsonNode json = CommandLineRun.of("info", file).json();

        assertThat(json.get("golden").asText()).isEqualTo("differs");
        assertThat(json.at("/goldenDifferences/0").asText()).startsWith("step 0, number 0: expected ");
    }

    @Test
    void info_ofAModelOfOthers_hasNoGoldenSection() throws IOException {
        JsonNode json = CommandLineRun.of("info", SmallModels.magentaJs(folder.resolve("js"), 3))
                .json();

        assertThat(json.get("format").asText()).contains("Magenta.js");
        assertThat(json.get("golden").asText()).isEqualTo("none");
        assertThat(json.at("/passedOver/0").asText()).contains("Adam");
    }

    @Test
    void info_ofSomethingElse_failsWithOneLine() throws IOException {
        Path text = Files.writeString(folder.resolve("readme.txt"), "This is\nno model.");

        CommandLineRun run = CommandLineRun.of("info", text);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("musicgen: " + text + ", byte 0: ").hasLineCount(1);
    }
}
