package io.github.musicgen.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where GraalVM is, makes a native image of a user's program: with what our jars tell it and nothing else. */
class NativeImageIT {
    private static final Path PROGRAM =
            UsersProject.FOLDER.resolve(Path.of("src", "main", "java", "user", "User.java"));

    @TempDir
    private Path folder;

    @Test
    void music_inANativeImage_isTheOneOfTheSeed() throws Exception {
        Optional<Path> compiler = Programs.onThePath("native-image");
        assumeTrue(compiler.isPresent(), "needs native-image, which is not on the path");
        int exitCode = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-cp", ModulePath.ofUsers(), "-d", folder.toString(), PROGRAM.toString());
        assertThat(exitCode).isZero();

        Path image = folder.resolve("music");
        Programs.run(
                folder,
                Map.of(),
                compiler.get().toString(),
                "--no-fallback",
                "-cp",
                folder + File.pathSeparator + ModulePath.ofUsers(),
                "-o",
                image.toString(),
                "user.User");

        assertThat(Programs.run(folder, Map.of(), image.toString())).isEqualToIgnoringNewLines(UsersProject.pitches());
    }
}
