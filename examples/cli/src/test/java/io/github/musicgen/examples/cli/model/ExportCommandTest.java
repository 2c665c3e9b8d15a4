package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    private Path folder;

    private Path basic;
    private Path attention;

    @BeforeEach
    void write() throws IOException {
        basic = SmallModels.basic(folder.resolve("basic.safetensors"), 5);
        attention = SmallModels.attention(folder.resolve("attention.safetensors"), 5);
    }

    @Test
    void export_toOnnx_writesAFile() throws IOException {
        Path file = folder.resolve("attention.onnx");

        CommandLineRun run = CommandLineRun.of("export", attention, "--to", "onnx", "-o", file);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("bytes").asLong()).isEqualTo(Files.size(file));
        assertThat(run.json().get("format").asText()).isEqualTo("onnx");
        assertThat(run.json().get("sha256").asText())
                .isEqualTo(CommandLineRun.of("info", attention)
                        .json()
                        .get("sha256")
                        .asText());
    }

    @Test
    void export_toMagentaJs_writesAFolderThatCanBeImportedAgain() throws IOException {
        Path js = folder.resolve("js");

        CommandLineRun run = CommandLineRun.of("export", basic, "--to", "magentajs", "-o", js);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(CommandLineRun.of("info", js)
                        .json()
                        .at("/configuration/name")
                        .asText())
                .isEqualTo("basic");
    }

    @Test
    void export_ofAModelThatMagentaJsCannotRun_saysWhy_andWritesNothing() {
        Path js = folder.resolve("js");

        CommandLineRun run = CommandLineRun.of("export", attention, "--to", "magentajs", "-o", js);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("musicgen: " + attention + ": a model for Magenta.js must have one-hot input")
                .hasLineCount(1);
        assertThat(js).doesNotExist();
    }

    @Test
    void export_intoAFolderThatHoldsSomethingElse_leavesIt() throws IOException {
        CommandLineRun run = CommandLineRun.of("export", basic, "--to", "magentajs", "-o", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("musicgen: " + folder).hasLineCount(1);
        assertThat(basic).exists();
    }

    @Test
    void export_withWrongArguments_isWrongUsage() {
        assertThat(CommandLineRun.of("export", basic, "--to", "onnx", "-o", folder.resolve("x.bin"))
                        .err())
                .startsWith("musicgen: the output must end with .onnx");
        CommandLineRun unknown = CommandLineRun.of("export", basic, "--to", "tflite", "-o", folder.resolve("x"));
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("tflite").contains("onnx");
    }
}
