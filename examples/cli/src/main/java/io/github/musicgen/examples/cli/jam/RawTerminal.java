package io.github.musicgen.examples.cli.jam;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A terminal that hands over each key as it is struck, and does not show it. What it was like before comes back, after Ctrl-C too. */
final class RawTerminal implements AutoCloseable {
    private static final File TERMINAL = new File("/dev/tty");

    private final String before;
    private final Thread atExit;

    private RawTerminal(String before) {
        this.before = before;
        this.atExit = new Thread(this::restore, "musicgen-terminal");
    }

    /** None where there is no stty, as on Windows: there, keys come in lines. */
    static Optional<RawTerminal> open() throws InterruptedException {
        Optional<String> before = stty("-g");
        if (before.isEmpty() || stty("-icanon", "-echo", "min", "1").isEmpty()) {
            return Optional.empty();
        }
        RawTerminal terminal = new RawTerminal(before.get());
        Runtime.getRuntime().addShutdownHook(terminal.atExit);
        return Optional.of(terminal);
    }

    @Override
    public void close() {
        restore();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void restore() {
        try {
            stty(before);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What it printed, if it succeeded. */
    private static Optional<String> stty(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(Arrays.asList(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(TERMINAL)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String printed = new String(process.getInputStream().readAllBytes(), US_ASCII).strip();
            return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }
}
