package io.github.musicgen.examples.cli.output;

import java.io.Console;

/** Whether somebody sits there: what is written over, coloured or typed key by key is for people alone. */
public final class Terminal {
    private Terminal() {}

    /** Whether both standard input and standard output are a terminal that can move its cursor. */
    @SuppressWarnings("SystemConsoleNull") // it may be null until Java 21, and is asked what it is from Java 22 on
    public static boolean isThere() {
        Console console = System.console();
        return console != null && isTerminal(console) && !"dumb".equals(System.getenv("TERM"));
    }

    /** From Java 22 on there is always a console, which tells itself whether it is one. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
