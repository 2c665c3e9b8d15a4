package io.github.musicgen.examples.cli.output;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows on a terminal what a command that takes its time is doing, in a line that is written over. Elsewhere it says nothing. */
public final class StageProgress {
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final @Nullable PrintWriter terminal;

    private StageProgress(@Nullable PrintWriter terminal) {
        this.terminal = terminal;
    }

    public static StageProgress of(CommandSpec spec) {
        return new StageProgress(Terminal.isThere() ? spec.commandLine().getErr() : null);
    }

    public void show(String words) {
        if (terminal != null) {
            terminal.print(CLEAR_LINE + words);
            terminal.flush();
        }
    }

    public void end() {
        show("");
    }
}
