package io.github.musicgen.models.corpus.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceFoldersTest {
    @TempDir
    private Path folder;

    private void write(String name, int... events) throws IOException {
        MidiWriter.write(Melody.of(events).toNoteSequence(120), folder.resolve(name));
    }

    /** The pitch of the first note, so that files with the same one are the same piece. */
    private static Integer first(String name, NoteSequence music) {
        int pitch = music.notes().findFirst().orElseThrow().pitch();
        if (pitch == 1) {
            throw new OutOfMemoryError("for the test");
        }
        if (pitch == 2) {
            throw new StackOverflowError("for the test");
        }
        if (pitch == 3) {
            throw new IllegalArgumentException("there is no third");
        }
        return pitch;
    }

    private static PieceFolders<Integer> reader() {
        return new PieceFolders<>("piece", PieceFoldersTest::first, String::valueOf);
    }

    @Test
    void read_whateverAFileBrings_readsTheOthers() throws IOException {
        write("a.mid", 60);
        write("b.mid", 1);
        write("c.mid", 2);
        write("d.mid", 3);
        write("e.mid", 60, -2, 62);
        write("f.mid", 64);
        Files.writeString(folder.resolve("g.mid"), "no music");
        Files.writeString(folder.resolve("h.abc"), "X:1\nK:C\nc\n\nX:2\nK:C\nd\n");
        List<FoundPiece<Integer>> found = reader().read(folder);
        assertThat(found)
                .extracting(FoundPiece::name)
                .containsExactly("a.mid", "b.mid", "c.mid", "d.mid", "e.mid", "f.mid", "g.mid", "h.abc");
        assertThat(found)
                .extracting(FoundPiece::reason)
                .startsWith(
                        "",
                        "it takes more memory than there is",
                        "it is nested too deeply",
                        "there is no third",
                        "it is the same as a.mid",
                        "");
        assertThat(found.get(6).reason()).contains("MThd");
        assertThat(found.get(7).reason()).isEqualTo("it holds 2 tunes, where there must be one piece");
        assertThat(found)
                .extracting(FoundPiece::verdict)
                .filteredOn(Verdict.KEPT::equals)
                .hasSize(2);
        assertThat(PieceFolders.pieces(found)).containsExactly(60, 64);
    }

    @Test
    void read_whereThereIsNoPiece_namesTheFirstFile() throws IOException {
        write("d.mid", 3);
        assertThatThrownBy(() -> reader().read(folder))
                .isInstanceOf(UnusableCorpusException.class)
                .hasMessage("there is no piece in [" + folder
                        + "]: of 1 music files none could be used, the first being d.mid: there is no third");
        assertThatThrownBy(() -> reader().read(folder.resolve("nowhere"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void reason_ofAFolderThatMayNotBeRead_saysSo() {
        assertThat(Unreadable.reason(new AccessDeniedException("secret"))).contains("access denied");
    }
}
