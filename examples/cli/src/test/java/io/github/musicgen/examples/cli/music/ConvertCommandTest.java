package io.github.musicgen.examples.cli.music;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.playback.WavExport;
import io.github.musicgen.midi.smf.MidiFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), file);
    }

    @Test
    void convert_fromMidiToMidi_keepsEveryEvent() throws IOException {
        Path copy = folder.resolve("copy.mid");

        assertThat(CommandLineRun.of("convert", file, copy).exitCode()).isZero();
        assertThat(MidiFile.read(copy)).isEqualTo(MidiFile.read(file));
    }

    /** Notes do not say all that a file does. */
    @ParameterizedTest
    @ValueSource(strings = {"tune.mid", "tune.musicxml"})
    void convert_toItself_isWrongUsage_andLeavesIt(String name) throws IOException {
        Path tune = folder.resolve(name);
        MusicFiles.write(SampleMusic.scale(), tune);
        byte[] before = Files.readAllBytes(tune);

        CommandLineRun run = CommandLineRun.of("convert", "--repair", tune, tune);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("two of the files must not be the same");
        assertThat(Files.readAllBytes(tune)).isEqualTo(before);
    }

    @Test
    void convert_aCutFile_failsStrictly_andIsRepairedOnRequest() throws IOException {
        Path cut = folder.resolve("cut.mid");
        Path copy = folder.resolve("copy.mid");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 10));

        CommandLineRun strict = CommandLineRun.of("convert", cut, copy);
        assertThat(strict.exitCode()).isEqualTo(1);
        assertThat(strict.err()).contains("cut.mid").contains("byte");
        assertThat(copy).doesNotExist();

        CommandLineRun repaired = CommandLineRun.of("convert", "--repair", cut, copy);
        assertThat(repaired.exitCode()).isZero();
        assertThat(repaired.err()).contains("cut.mid").contains("byte");
        assertThat(MidiFile.read(copy).tracks())
                .hasSameSizeAs(MidiFile.read(file).tracks());
    }

    @Test
    void convert_ofABook_readsTheTuneThatIsWanted_andTellsOfRepairWhereItHelps() throws IOException {
        Path book = folder.resolve("book.abc");
        Files.writeString(book, "X:1\nL:1/4\nK:C\nCDEF|\n\nX:2\nL:1/4\nK:C\nC [EG D|\n");
        Path output = folder.resolve("tune.mid");

        assertThat(CommandLineRun.of("convert", book, output)).isEqualTo(new CommandLineRun(0, "", ""));
        CommandLineRun second = CommandLineRun.of("convert", "--tune", "2", book, output);
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err().lines())
                .singleElement()
                .asString()
                .startsWith("musicgen: " + book + ": line 9")
                .endsWith("(--repair reads it nevertheless)");
        assertThat(CommandLineRun.of("convert", "--repair", "--tune", "2", book, output)
                        .exitCode())
                .isZero();
        CommandLineRun third = CommandLineRun.of("convert", "--tune", "3", book, output);
        assertThat(third.exitCode()).isEqualTo(2);
        assertThat(third.err()).contains(book + ": --tune must be 1..2, but was 3");
    }

    @Test
    void convert_ofWhatIsBeyondRepair_tellsNothingOfRepair() throws IOException {
        Path file = folder.resolve("not.mid");
        Files.writeString(file, "This is not music.");

        assertThat(CommandLineRun.of("convert", file, folder.resolve("x.mid")).err())
                .contains("not.mid")
                .doesNotContain("--repair");
    }

    @Test
    void convert_toAnUnknownExtension_isWrongUsage_andWritesNothing() {
        CommandLineRun run = CommandLineRun.of("convert", file, folder.resolve("scale.doc"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("scale.doc").contains(".svg");
        assertThat(folder.resolve("scale.doc")).doesNotExist();
    }

    @Test
    void convert_intoAFolderThatIsNotThere_failsWithOneLineThatNamesIt() {
        Path missing = folder.resolve("no/such/folder");

        CommandLineRun run = CommandLineRun.of("convert", file, missing.resolve("x.mid"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("musicgen: " + missing + ": no such folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.mid", "x.svg", "x.wav", "x.musicxml"})
    void convert_toWhereAFolderStands_failsWithOneLineThatNamesIt(String name) throws IOException {
        Path occupied = Files.createDirectory(folder.resolve(name));

        CommandLineRun run = CommandLineRun.of("convert", file, occupied);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("musicgen: " + occupied + ": a folder, not a file");
    }

    @Test
    void convert_withAFolderAsSoundFont_failsWithOneLineThatNamesIt() {
        CommandLineRun run = CommandLineRun.of("convert", "--soundfont", folder, file, folder.resolve("x.wav"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).containsExactly("musicgen: " + folder + ": a folder, not a file");
    }

    @Test
    void convert_toWav_writesSoundAsLongAsTheMusicAndItsTail() throws Exception {
        Path wav = folder.resolve("scale.wav");

        CommandLineRun run = CommandLineRun.of("convert", file, wav);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(wav.toFile())) {
            double seconds = SampleMusic.scale().seconds() + WavExport.TAIL_SECONDS;
            assertThat(sound.getFrameLength()).isEqualTo(Math.round(seconds * 44_100));
            assertThat(sound.readAllBytes()).as("not silent").contains((byte) 100);
        }
    }

    @Test
    void convert_ofMusicThatLastsTooLongForSound_failsWithOneLineThatNamesItAndPlainNumbers() throws IOException {
        Path late = folder.resolve("late.mid");
        MidiWriter.write(SampleMusic.late(), late);

        CommandLineRun run = CommandLineRun.of("convert", late, folder.resolve("x.wav"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly("musicgen: " + late
                        + ": music for a WAV file must last at most 3600 seconds, but lasts 100000000.0");
        assertThat(folder.resolve("x.wav")).doesNotExist();
    }

    @Test
    void convert_withASoundFont_toAnotherFormat_isWrongUsage() {
        CommandLineRun run = CommandLineRun.of("convert", "--soundfont", "x.sf2", file, folder.resolve("x.svg"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--soundfont is for .wav files").contains("x.svg");
    }

    @Test
    void convert_withASoundFontThatIsNone_failsWithOneLine() {
        CommandLineRun run = CommandLineRun.of("convert", "--soundfont", file, file, folder.resolve("x.wav"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("scale.mid: not a SoundFont");
        assertThat(folder.resolve("x.wav")).doesNotExist();
    }
}
