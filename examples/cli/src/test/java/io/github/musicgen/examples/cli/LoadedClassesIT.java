package io.github.musicgen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Looks which classes the start script loads: making music needs nothing of what training and exporting need. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script for sh is tested here")
@Execution(ExecutionMode.CONCURRENT)
class LoadedClassesIT {
    private static final Path SCRIPT = Path.of(System.getProperty("application.directory"), "bin", "musicgen")
            .toAbsolutePath();
    private static final Pattern TOOLS =
            Pattern.compile("org\\.nd4j|org\\.deeplearning4j|org\\.bytedeco|onnx|com\\.google\\.protobuf");
    private static final Pattern HEAVY = Pattern.compile(TOOLS + "|io\\.github\\.musicgen\\.models");

    @TempDir
    private Path folder;

    private Path model;
    private Path primer;
    private Path made;

    @BeforeEach
    void write() throws Exception {
        model = SmallModels.attention(folder.resolve("model.safetensors"), 5);
        primer = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), primer);
        made = folder.resolve("made.mid");
    }

    @Test
    void continueAndReplay_loadNothingHeavy() throws Exception {
        List<String> loaded = loadedBy("continue", "--model", model, "--primer", primer, "--seed", 1, "-o", made);
        assertThat(loaded)
                .noneMatch(LoadedClassesIT::isHeavy)
                .anyMatch(line -> line.contains("musicgen.api.Generator"));
        assertThat(loadedBy("replay", model, made, "-o", folder.resolve("again.mid")))
                .noneMatch(LoadedClassesIT::isHeavy);
    }

    @Test
    void importInfoAndScore_loadNothingHeavy() throws Exception {
        Path source = SmallModels.magentaJs(folder.resolve("js"), 1);
        assertThat(loadedBy("import", source, "-o", folder.resolve("js.safetensors")))
                .noneMatch(LoadedClassesIT::isHeavy);
        assertThat(loadedBy("info", model)).noneMatch(LoadedClassesIT::isHeavy);
        assertThat(loadedBy("score", "--model", model, primer)).noneMatch(LoadedClassesIT::isHeavy);
    }

    @Test
    void probe_loadsNothingHeavy() throws Exception {
        Path basic = SmallModels.basic(folder.resolve("basic.safetensors"), 1);
        String even = "0.026,".repeat(38);
        Path golden = Files.writeString(
                folder.resolve("golden.json"),
                "[{\"hot\": [3], \"p\": [" + even.substring(0, even.length() - 1) + "]}]");
        assertThat(loadedBy("probe", basic, golden)).noneMatch(LoadedClassesIT::isHeavy);
    }

    @Test
    void evaluate_loadsNothingThatTrainingAndExportingNeed() throws Exception {
        assertThat(loadedBy("evaluate", "--model", model, "--corpus", primer))
                .noneMatch(line -> TOOLS.matcher(line).find())
                .anyMatch(line -> line.contains("musicgen.models.evaluation.Evaluator"));
    }

    private static boolean isHeavy(String line) {
        return HEAVY.matcher(line).find();
    }

    /** One line for each class, as the JVM logs them. */
    private List<String> loadedBy(Object... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.txt");
        Path printed = folder.resolve("printed.txt");
        String[] command = new String[arguments.length + 1];
        command[0] = SCRIPT.toString();
        for (int i = 0; i < arguments.length; i++) {
            command[i + 1] = arguments[i].toString();
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
        int exitCode = builder.redirectOutput(printed.toFile()).start().waitFor();
        assertThat(exitCode).as(Files.readString(printed)).isZero();
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).as("the log is that of a JVM").hasSizeGreaterThan(400);
        return lines;
    }
}
