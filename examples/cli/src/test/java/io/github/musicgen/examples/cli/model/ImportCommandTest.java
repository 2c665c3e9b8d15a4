package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.examples.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
    @TempDir
    private Path folder;

    private Path source;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        source = SmallModels.magentaJs(folder.resolve("basic_rnn"), 1);
        output = folder.resolve("basic.safetensors");
    }

    @Test
    void import_ofMagentaJs_writesABundle_andTellsWhatItIs() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "import", source, "-o", output, "--id", "mine", "--license", "MIT", "--attribution", "Me & you");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines())
                .containsExactly(source + ": passed over: fully_connected/biases/Adam: optimizer slot");
        JsonNode json = run.json();
        assertThat(json.get("file").asText()).isEqualTo(output.toString());
        assertThat(json.get("bytes").asLong()).isEqualTo(Files.size(output));
        assertThat(json.get("precision").asText()).isEqualTo("F32");
        assertThat(json.get("id").asText()).isEqualTo("mine");
        assertThat(json.at("/configuration/name").asText()).isEqualTo("basic");
        assertThat(json.at("/layers/0").asInt()).isEqualTo(12);
        assertThat(json.get("parameters").asInt()).isEqualTo((38 + 12) * 48 + 48 + 12 * 38 + 38);
        assertThat(json.get("license").asText()).isEqualTo("MIT");
        assertThat(json.get("attribution").asText()).isEqualTo("Me & you");
        assertThat(json.at("/provenance/importedFrom").asText()).isEqualTo("basic_rnn");
        assertThat(json.get("golden").asText()).isEqualTo("verified");
    }

    @Test
    void import_keepsTheFingerprint_andHalfPrecisionHasAnother() throws IOException {
        String before = CommandLineRun.of("info", source).json().get("sha256").asText();
        JsonNode whole = CommandLineRun.of("import", source, "-o", output).json();
        JsonNode half = CommandLineRun.of("import", source, "-o", folder.resolve("half.safetensors"), "--f16")
                .json();

        assertThat(whole.get("sha256").asText()).isEqualTo(before);
        assertThat(half.get("sha256").asText()).isNotEqualTo(before);
        assertThat(half.get("precision").asText()).isEqualTo("F16");
        assertThat(half.get("golden").asText()).isEqualTo("verified");
        assertThat(half.get("bytes").asLong())
                .isLessThan(
                        whole.get("bytes").asLong() - whole.get("parameters").asLong());
    }

    @Test
    void import_ofASpace_givesItACard_andHalvesIt() throws IOException {
        Path space = SmallModels.space(folder.resolve("space.safetensors"), 1);
        CommandLineRun run = CommandLineRun.of(
                "import", space, "-o", output, "--f16", "--id", "mine", "--license", "MIT", "--attention-length", 3);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("warning: the model has no attention");
        assertThat(run.json().get("id").asText()).isEqualTo("mine");
        assertThat(run.json().get("golden").asText()).isEqualTo("verified");
        assertThat(run.json().get("latentSize").asInt()).isEqualTo(4);
        assertThat(Files.size(output)).isLessThan(Files.size(space));
    }

    @Test
    void import_whereTheAttentionLengthMeansNothing_warns() throws IOException {
        CommandLineRun none = CommandLineRun.of("import", source, "-o", output, "--attention-length", 20);
        assertThat(none.exitCode()).isZero();
        assertThat(none.err()).contains("warning: the model has no attention").contains("20");

        Path bundle = SmallModels.attention(folder.resolve("attention.safetensors"), 1);
        CommandLineRun known = CommandLineRun.of("import", bundle, "-o", output, "--attention-length", 20);
        assertThat(known.exitCode()).isZero();
        assertThat(known.err()).contains("looks back 40 steps").contains("20 is not used");
        assertThat(known.json().at("/configuration/attention/length").asInt()).isEqualTo(40);
    }

    @Test
    void import_ofABrokenModel_saysWhere_andKeepsWhatWasThere() throws IOException {
        CommandLineRun.of("import", source, "-o", output);
        byte[] before = Files.readAllBytes(output);
        Path cut = Files.write(folder.resolve("cut.safetensors"), Arrays.copyOf(before, 200));

        CommandLineRun run = CommandLineRun.of("import", cut, "-o", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("musicgen: " + cut + ", byte 8: ").hasLineCount(1);
        assertThat(output).hasBinaryContent(before);
    }

    @Test
    void import_ofNothing_saysWhatIsMissing() {
        CommandLineRun missing = CommandLineRun.of("import", folder.resolve("no.ckpt"), "-o", output);
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("no.ckpt").contains("no.ckpt.index").hasLineCount(1);

        CommandLineRun empty = CommandLineRun.of("import", folder, "-o", output);
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("weights_manifest.json").hasLineCount(1);
        assertThat(output).doesNotExist();
    }

    @Test
    void import_intoItsOwnInput_isWrongUsage_andLeavesIt() throws IOException {
        Path bundle = SmallModels.basic(folder.resolve("small.safetensors"), 1);
        byte[] before = Files.readAllBytes(bundle);

        CommandLineRun run =
                CommandLineRun.of("import", bundle, "-o", folder.resolve("x/../small.safetensors"), "--f16");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("must not be the same").contains("Try: musicgen import --help");
        assertThat(bundle).hasBinaryContent(before);
    }

    @Test
    void import_withWrongArguments_isWrongUsage() {
        assertThat(CommandLineRun.of("import", source, "-o", folder.resolve("x.mag"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandLineRun.of("import", source, "-o", output, "--id", " ")
                        .err())
                .contains("id of a model must not be blank");
        assertThat(CommandLineRun.of("import", source, "-o", output, "--attention-length", 0)
                        .err())
                .contains("attention length must be 1..65536, but was 0");
        assertThat(output).doesNotExist();
    }

    @Test
    void import_whereNothingCanBeWritten_saysWhere() {
        CommandLineRun run = CommandLineRun.of("import", source, "-o", folder.resolve("no/basic.safetensors"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualToIgnoringNewLines("musicgen: " + folder.resolve("no") + ": no such folder");
    }
}
