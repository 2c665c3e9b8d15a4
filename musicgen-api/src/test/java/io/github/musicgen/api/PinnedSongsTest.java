package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A seed is a song: the same notes, and the same likelihood to the last bit, on every JVM in every mode. Written down on Java 17; a
 * change that alters them is named in the changelog.
 */
class PinnedSongsTest {
    private static final List<String> SONGS = List.of(
            "[48, 59, 71, 82, 83, 75, 73, 77, 74, 67, 70, 55, 75, 57, 72, 78, 68, 75, 71, 71, 49, 51, 61, 66, 55,"
                    + " 63, 60, 74, 69, 54, 61, 69, 77, 82, 75, 74, 75, -1, 61, 82, 66, 70, 75, 75, 80, 49, 66, 66, 76, 75,"
                    + " 66, 57, 52, 69, -1, 60, 66, 75, 65, 68, 82, 82, 53, 75] -0x1.b72c97a959488p7",
            "[73, 55, 77, -2, 69, 79, -1, 48, 61, 50, 67, 75, 83, 81, 63, 67, 55, 64, 51, 50, 51, 69, 69, 56, 73,"
                    + " 49, -1, 65, 50, 63, -1, 49, 76, 64, 83, 62, 58, 71, 82, 56, 80, 54, 67, 51, 73, -1, 76, 77, 76, 73,"
                    + " 69, 76, 56, 83, 67, 76, 49, 65, 75, 82, 48, 66, 82, 75] -0x1.b8c63b34f9728p7",
            "[72, 80, 70, 79, 72, 78, 63, 79, 74, 74, 58, 50, 70, 68, 56, 78, 55, 77, 66, 68, 51, 72, 78, 70, -1,"
                    + " 57, 57, 68, 72, 49, 68, 63, 55, 53, 57, 59, -1, 81, 63, -1, 79, 81, -1, 76, 52, -1, 56, 54, 64, 69,"
                    + " 53, 76, 71, 60, 56, 64, -1, 70, 58, -1, 60, -1, 63, -1] -0x1.b306a0f83934dp7");

    @Test
    void songs_areThoseThatWereWrittenDown() {
        assertThat(PinnedSongs.songs()).isEqualTo(SONGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:TieredStopAtLevel=1", "-Xint", "-XX:-TieredCompilation", "-XX:UseAVX=0"})
    void songs_inAnotherModeOfTheJvm_areTheSame(String mode) throws Exception {
        assertThat(run(mode)).isEqualTo(SONGS);
    }

    private static List<String> run(String mode) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // Other processors than Intel's have no such instructions to do without.
        List<String> command = new ArrayList<>(List.of(java, "-XX:+IgnoreUnrecognizedVMOptions", mode));
        command.addAll(List.of("-cp", classPath, PinnedSongs.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return Stream.of(output.split("\\R", -1))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
