package io.github.musicgen.examples.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineFileTest {
    private static final String LAST = "der letzte Fußgänger\n";

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void choosePath() {
        path = folder.resolve("lines");
    }

    /** A crash may come after any byte of a line, within a character too. */
    @Test
    void line_thatWasCutOffAnywhere_isTakenAway_andTheNextOneIsWhole() throws IOException {
        byte[] whole = ("erste\n" + LAST).getBytes(StandardCharsets.UTF_8);
        int first = "erste\n".length();
        for (int length = first; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            LineFile file = new LineFile(path);
            assertThat(file.mendedLines()).containsExactly("erste");
            file.add(LAST);
            assertThat(Files.readAllBytes(path)).isEqualTo(whole);
        }
    }

    @Test
    void lines_areThereInTheOrderInWhichTheyWereAdded() throws IOException {
        LineFile file = new LineFile(path);
        file.add("a\n");
        file.add("ä\n");
        assertThat(file.mendedLines()).containsExactly("a", "ä");
        assertThat(path).hasContent("a\nä\n");
    }

    @Test
    void file_thatIsNotThere_isNone() {
        assertThatThrownBy(() -> new LineFile(path).mendedLines()).isInstanceOf(NoSuchFileException.class);
    }
}
