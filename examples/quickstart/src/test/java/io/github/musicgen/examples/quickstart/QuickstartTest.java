package io.github.musicgen.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final Path PRIMER = Path.of("..", "tunes", "lantern-walk.abc");

    @TempDir
    private Path folder;

    @Test
    void musicIsWritten_asMidi_asSoundAndAsAPicture_andItsPlacesAreTold() throws Exception {
        String told = run(PRIMER.toString(), "folk", "42", folder.toString());

        NoteSequence primer = MusicFiles.read(PRIMER);
        NoteSequence tune = MusicFiles.read(folder.resolve("continued.mid"));
        assertThat(tune.notes().filter(note -> note.startTick() < primer.endTick()))
                .hasSameSizeAs(primer.notes().toList());
        assertThat(tune.notes().filter(note -> note.startTick() >= primer.endTick()))
                .hasSizeGreaterThan(8)
                .allSatisfy(note -> assertThat(note.pitch()).isBetween(36, 96));
        assertThat(loudest(folder.resolve("continued.wav"))).isGreaterThan(1_000);
        assertThat(folder.resolve("continued.svg")).content().contains("continuation", "</svg>");
        assertThat(told)
                .contains("folk", "Lantern Walk")
                .contains(folder.resolve("continued.mid").toString())
                .contains(folder.resolve("continued.wav").toString())
                .contains(folder.resolve("continued.svg").toString())
                .contains("-Dseed=43");
    }

    @Test
    void sameSeed_givesTheSameBytes_andAnotherOneOthers() throws Exception {
        run(PRIMER.toString(), "folk", "7", folder.resolve("a").toString());
        run(PRIMER.toString(), "folk", "7", folder.resolve("b").toString());
        run(PRIMER.toString(), "folk", "8", folder.resolve("c").toString());

        assertThat(folder.resolve("a/continued.mid")).hasSameBinaryContentAs(folder.resolve("b/continued.mid"));
        assertThat(Files.readAllBytes(folder.resolve("c/continued.mid")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("a/continued.mid")));
    }

    @Test
    void tooFewArguments_areRefused_withWhatIsExpected() {
        assertThatThrownBy(() -> Quickstart.main(new String[] {"song.mid"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("arguments must be: music file, model, seed, folder; but were [song.mid]");
    }

    @Test
    void aFileThatIsNotThere_isNamed() {
        assertThatThrownBy(() -> run("song.mid", "folk", "1", folder.toString()))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("song.mid: no such file to continue");
    }

    @Test
    void aModelThatIsNotThere_isRefused_withThoseThatAre() {
        assertThatThrownBy(() -> run(PRIMER.toString(), "jazz", "1", folder.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model must be one of [classical, folk, songbook] or a file, but was \"jazz\"");
    }

    static String run(String... arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(arguments);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The greatest amplitude of 16-bit samples. */
    private static int loudest(Path wav) throws IOException, UnsupportedAudioFileException {
        int loudest = 0;
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(wav.toFile())) {
            byte[] bytes = sound.readAllBytes();
            for (int i = 1; i < bytes.length; i += 2) {
                loudest = Math.max(loudest, Math.abs((bytes[i] << 8) | (bytes[i - 1] & 0xFF)));
            }
        }
        return loudest;
    }
}
