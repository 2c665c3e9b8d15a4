package io.github.musicgen.examples.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.MusicgenCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailuresTest {
    private final StringWriter err = new StringWriter();

    @Test
    void handle_anArgumentThatNoCommandTranslated_isAFaultOfOurOwn_andShowsItsTrace() {
        assertThat(handle(new IllegalArgumentException("index must be 0..3, but was 4")))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("IllegalArgumentException: index must be 0..3, but was 4")
                .contains("\tat " + FailuresTest.class.getName());
    }

    @Test
    void handle_whatIsWrongWithAFile_isOneLine() {
        assertThat(handle(new IOException("tune.abc: line 4:\nno note"))).isEqualTo(1);
        assertThat(handle(new NoSuchFileException("tune.abc"))).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("musicgen: tune.abc: line 4: no note", "musicgen: tune.abc: no such file");
    }

    private int handle(Exception failure) {
        CommandLine command = MusicgenCommand.commandLine().setErr(new PrintWriter(err, true));
        return new Failures().handleExecutionException(failure, command, command.parseArgs());
    }
}
