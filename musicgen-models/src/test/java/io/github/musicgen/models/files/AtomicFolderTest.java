package io.github.musicgen.models.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
    @TempDir
    private Path home;

    @Test
    void write_makesTheFolder_andReplacesOneOfItsOwn() throws IOException {
        Path folder = home.resolve("folder");
        write(folder, "first");
        write(folder, "second");

        assertThat(folder.resolve("own")).hasContent("second");
        assertHolds("folder");
    }

    @Test
    void write_whatFails_leavesWhatWasThere() throws IOException {
        Path folder = home.resolve("folder");
        write(folder, "first");

        assertThatThrownBy(() -> AtomicFolder.write(folder, "own"::equals, temporary -> {
                    Files.writeString(temporary.resolve("own"), "half");
                    throw new IOException("no more");
                }))
                .hasMessage("no more");
        assertThat(folder.resolve("own")).hasContent("first");
        assertHolds("folder");
    }

    @Test
    void write_whereSomethingElseIs_isRefused() throws IOException {
        Path folder = Files.createDirectory(home.resolve("folder"));
        Files.writeString(folder.resolve("mine"), "kept");
        Path file = Files.writeString(home.resolve("file"), "kept");

        assertThatThrownBy(() -> write(folder, "new"))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(folder + ": the folder holds something else: mine");
        assertThatThrownBy(() -> write(file, "new")).hasMessage(file + ": a file, not a folder");
        assertThatThrownBy(() -> write(home.resolve("none").resolve("folder"), "new"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(home.resolve("none") + ": no such folder");
        assertThat(folder.resolve("mine")).hasContent("kept");
        assertThat(file).hasContent("kept");
        assertHolds("file", "folder");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void write_toALink_writesWhereItLeads_thereYetOrNot() throws IOException {
        Path place = home.resolve("place");
        Path link = Files.createSymbolicLink(home.resolve("link"), Path.of("place"));
        for (String content : new String[] {"first", "second"}) {
            write(link, content);
            assertThat(place.resolve("own")).hasContent(content);
            assertThat(link).isSymbolicLink();
        }
        assertHolds("link", "place");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
    void write_toALinkInACircle_isRefused() throws IOException {
        Path link = home.resolve("link");
        Files.createSymbolicLink(link, link);

        assertThatThrownBy(() -> write(link, "new")).hasMessage(link + ": a link that leads in a circle");
        assertHolds("link");
    }

    @Test
    void write_toAFolderThatIsNamedByAPoint_replacesIt() throws IOException {
        Path folder = home.resolve("folder");
        write(folder, "first");
        write(folder.resolve("."), "second");

        assertThat(folder.resolve("own")).hasContent("second");
        assertHolds("folder");
    }

    private static void write(Path folder, String content) throws IOException {
        AtomicFolder.write(folder, "own"::equals, temporary -> Files.writeString(temporary.resolve("own"), content));
    }

    /** Nothing else lies about. */
    private void assertHolds(String... names) throws IOException {
        try (Stream<Path> found = Files.list(home)) {
            assertThat(found.map(path -> String.valueOf(path.getFileName()))).containsExactlyInAnyOrder(names);
        }
    }
}
