package io.github.musicgen.examples.modulepath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Other programs, and what our build tells its tests. */
final class Programs {
    private Programs() {}

    /** Runs a program to its end, which must be a good one, and gives what it printed. */
    static String run(Path directory, Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as("%s printed%n%s", command[0], printed).isZero();
        return printed;
    }

    /** A program on the path, if it is there. */
    static Optional<Path> onThePath(String name) throws IOException {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the {@code pom.xml} of this module tells. */
    static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
