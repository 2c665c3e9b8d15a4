package io.github.musicgen.midi.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void write_replacesWhatIsThere_andLeavesNothingElse() throws Exception {
        Path file = folder.resolve("model");
        AtomicFile.write(file, new byte[] {1});
        AtomicFile.write(file, new byte[] {2, 3});
        assertThat(Files.readAllBytes(file)).containsExactly(2, 3);
        assertThat(names()).containsExactly("model");
    }

    @Test
    void write_whereItCannot_changesNothing() throws Exception {
        Path occupied = Files.createDirectories(folder.resolve("occupied/by/a/folder"));
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("occupied"), new byte[] {1}))
                .isInstanceOf(IOException.class);
        assertThat(occupied).isDirectory();
        assertThat(names()).containsExactly("occupied");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
