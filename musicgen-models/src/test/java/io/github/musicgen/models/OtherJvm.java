package io.github.musicgen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs of tests in JVMs of their own: for what a JVM decides once, and for what is to be killed. */
public final class OtherJvm {
    private OtherJvm() {}

    /** A program on the class path of the tests, not yet started. */
    public static ProcessBuilder with(Class<?> program, String... arguments) {
        return with(System.getProperty("java.class.path"), program, arguments);
    }

    /** A program on a class path, not yet started. */
    public static ProcessBuilder with(String classPath, Class<?> program, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Runs a program to its end, which must be a good one, and gives what it printed. */
    public static String output(ProcessBuilder program) throws IOException, InterruptedException {
        Process process = program.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("exit status after printing %s", printed)
                .isZero();
        return printed;
    }
}
