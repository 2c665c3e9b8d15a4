package io.github.musicgen.midi.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder.resolve("occupied") + ": a folder, not a file");
        assertThat(occupied).isDirectory();
        assertThat(names()).containsExactly("occupied");
    }

    @Test
    void write_intoAFolderThatIsNotThere_namesThatFolder() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> AtomicFile.write(missing.resolve("model"), new byte[] {1}))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing + ": no such folder");
    }

    @Test
    void write_belowAFile_namesThePlaceAndNotTheTemporaryFile() throws Exception {
        Path below = Files.createFile(folder.resolve("file")).resolve("model");
        assertThatThrownBy(() -> AtomicFile.write(below, new byte[] {1}))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(below.toString());
        assertThat(names()).containsExactly("file");
    }

    @Test
    void write_throughALink_replacesWhatItLeadsTo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, new byte[] {1});
        assertThat(link).isSymbolicLink();
        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(names()).containsExactlyInAnyOrder("file", "link");
    }

    @Test
    void write_throughLinksToWhatIsNotThereYet_makesIt() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path second = Files.createSymbolicLink(inner.resolve("second"), Path.of("file"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("inner", "second"));
        AtomicFile.write(first, new byte[] {1});
        assertThat(first).isSymbolicLink();
        assertThat(second).isSymbolicLink();
        assertThat(inner.resolve("file")).isRegularFile().hasBinaryContent(new byte[] {1});
    }

    @Test
    void write_throughLinksInACircle_isRefused() throws Exception {
        Path one = folder.resolve("one");
        Path other = Files.createSymbolicLink(folder.resolve("other"), one);
        Files.createSymbolicLink(one, other);
        assertThatThrownBy(() -> AtomicFile.write(one, new byte[] {1}))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(one + ": a link that leads in a circle");
        assertThat(names()).containsExactlyInAnyOrder("one", "other");
    }

    @Test
    void write_throughALinkToAFolder_namesBoth() throws Exception {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), inner);
        assertThatThrownBy(() -> AtomicFile.write(link, new byte[] {1}))
                .hasMessage(link + ", which leads to " + inner + ": a folder, not a file");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no /dev/null")
    void write_toADevice_isRefused() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/null"), new byte[] {1}))
                .isInstanceOf(FileSystemException.class)
                .hasMessage("/dev/null: a pipe or a device, which no file can replace");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
