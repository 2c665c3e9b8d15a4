package io.github.musicgen.midi.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.format.NoSuchTuneException;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MusicFilesTest {
    private static final NoteSequence TUNE = NoteSequence.builder(480)
            .tempo(0, 100)
            .part(Part.builder("Flute")
                    .program(73)
                    .note(60, 100, 0, 480)
                    .note(64, 100, 480, 960)
                    .note(67, 100, 960, 1920)
                    .build())
            .build();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tune.mid", "tune.MIDI", "tune.kar", "tune.musicxml", "tune.xml", "tune.mxl"})
    void read_ofWhatWasWritten_hasTheSameNotes(String name) throws IOException {
        Path path = folder.resolve(name);
        MusicFiles.write(TUNE, path);

        NoteSequence read = MusicFiles.read(path).withResolution(480);

        assertThat(read.notes().map(Note::pitch)).containsExactly(60, 64, 67);
        assertThat(read.notes().map(Note::startTick)).containsExactly(0L, 480L, 960L);
        assertThat(read.notes().map(Note::endTick)).containsExactly(480L, 960L, 1920L);
        assertThat(read.parts()).singleElement().extracting(Part::program).isEqualTo(73);
    }

    @Test
    void readAll_ofATuneBook_givesEachTune() throws IOException {
        Path path = folder.resolve("book.abc");
        Files.writeString(path, "X:1\nT:One\nL:1/4\nK:C\nCDEF|\n\nX:2\nT:Two\nL:1/4\nK:C\nGGGG|\n");

        assertThat(MusicFiles.readAll(path))
                .extracting(reading -> reading.sequence().title())
                .containsExactly("One", "Two");
        assertThat(MusicFiles.read(path).title()).isEqualTo("One");
    }

    @Test
    void readTune_ofABookWithAFaultInALaterTune_readsTheEarlierOne_andTheWholeBookFails() throws IOException {
        Path path = folder.resolve("book.abc");
        Files.writeString(path, "X:1\nT:One\nL:1/4\nK:C\nCDEF|\n\nX:2\nT:Two\nL:1/4\nK:C\nC [EG D|\n");

        assertThat(MusicFiles.readTune(path, 1).sequence().title()).isEqualTo("One");
        assertThat(MusicFiles.read(path).title()).isEqualTo("One");
        assertThat(MusicFiles.readTuneLenient(path, 2).sequence().title()).isEqualTo("Two");
        assertThatThrownBy(() -> MusicFiles.readTune(path, 2))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessageContaining("line 11");
        assertThatThrownBy(() -> MusicFiles.readAll(path)).isInstanceOf(MalformedAbcException.class);
    }

    @Test
    void readTune_thatIsNotThere_saysHowManyThereAre() throws IOException {
        Path book = folder.resolve("book.abc");
        Files.writeString(book, "X:1\nK:C\nC|\n\nX:2\nK:C\nC|\n");
        Path midi = folder.resolve("tune.mid");
        MusicFiles.write(TUNE, midi);

        assertThatThrownBy(() -> MusicFiles.readTune(book, 3))
                .isInstanceOf(NoSuchTuneException.class)
                .hasMessage("tune must be 1..2, but was 3");
        assertThatThrownBy(() -> MusicFiles.readTuneLenient(midi, 0))
                .isInstanceOf(NoSuchTuneException.class)
                .hasMessage("tune must be 1..1, but was 0");
    }

    @Test
    void readAll_isStrict_andLenientReadingReportsWhatItRepaired() throws IOException {
        Path path = folder.resolve("broken.abc");
        Files.writeString(path, "X:1\nL:1/4\nK:C\nC [EG D|\n");

        assertThatThrownBy(() -> MusicFiles.readAll(path))
                .isInstanceOf(MalformedAbcException.class)
                .hasMessageContaining("line 4");
        assertThat(MusicFiles.readAllLenient(path))
                .singleElement()
                .satisfies(reading -> assertThat(reading.notices())
                        .isNotEmpty()
                        .allSatisfy(notice -> assertThat(notice).contains("line")));
    }

    @Test
    void parseAll_readsFromMemoryWhatReadAllReadsFromDisk() throws IOException {
        Path midi = folder.resolve("tune.mid");
        Path score = folder.resolve("tune.mxl");
        MusicFiles.write(TUNE, midi);
        MusicFiles.write(TUNE, score);
        byte[] book = "X:1\nL:1/4\nK:C\nC [EG D|\n".getBytes(StandardCharsets.UTF_8);

        assertThat(MusicFiles.parseAll(MusicFormat.MIDI, Files.readAllBytes(midi)))
                .isEqualTo(MusicFiles.readAll(midi))
                .isEqualTo(MusicFiles.parseAllLenient(MusicFormat.MIDI, Files.readAllBytes(midi)));
        assertThat(MusicFiles.parseAll(MusicFormat.MUSICXML, Files.readAllBytes(score)))
                .isEqualTo(MusicFiles.readAll(score))
                .isEqualTo(MusicFiles.parseAllLenient(MusicFormat.MUSICXML, Files.readAllBytes(score)));
        assertThatThrownBy(() -> MusicFiles.parseAll(MusicFormat.ABC, book)).isInstanceOf(MalformedAbcException.class);
        assertThat(MusicFiles.parseAllLenient(MusicFormat.ABC, book)).hasSize(1);
    }

    @Test
    void write_ofAbc_isRefused_becauseItCanOnlyBeRead() {
        assertThatThrownBy(() -> MusicFiles.write(TUNE, folder.resolve("tune.abc")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tune.abc");
    }

    @Test
    void read_ofAnUnknownExtension_namesTheKnownOnes() {
        assertThatThrownBy(() -> MusicFiles.read(folder.resolve("tune.doc")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tune.doc")
                .hasMessageContaining(".mid")
                .hasMessageContaining(".abc");
    }

    @Test
    void read_ofTheRoot_namesIt() {
        Path root = folder.getRoot();
        assertThatThrownBy(() -> MusicFiles.read(root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("but was \"" + root + "\"");
    }

    @Test
    void read_ofAMissingFile_isNotCalledMalformed() {
        assertThatThrownBy(() -> MusicFiles.read(folder.resolve("missing.mid")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
