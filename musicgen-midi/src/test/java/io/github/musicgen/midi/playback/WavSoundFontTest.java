package io.github.musicgen.midi.playback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SoundFonts, in a JVM that is started with the flag that they need. */
class WavSoundFontTest {
    @TempDir
    private Path folder;

    @Test
    void write_withASoundFont_soundsAsItSays_andTheSameAgain() throws Exception {
        Path soundFont = Files.write(folder.resolve("tiny.sf2"), TinySoundFont.bytes());
        Path first = folder.resolve("1.wav");
        Path second = folder.resolve("2.wav");

        assertThat(export(soundFont, first, soundFont, second)).isEmpty();

        Sound sound = Sound.read(first);
        assertThat(sound.seconds()).isCloseTo(WavSample.a4().seconds() + WavExport.TAIL_SECONDS, within(0.001));
        assertThat(sound.frequency(0.3, 0.8)).isCloseTo(441, within(5.0));
        assertThat(sound.peak(0.1, 0.9)).isBetween(500, 32_000);
        assertThat(sound.peak(4.5, 5)).isLessThan(10);
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void write_withABrokenSoundFont_saysSo_andWritesNothing() throws Exception {
        byte[] bytes = TinySoundFont.bytes();
        byte[] lengthGone = bytes.clone();
        Arrays.fill(lengthGone, 16, 20, (byte) 0x7F);
        Path broken = Files.write(folder.resolve("broken.sf2"), lengthGone);
        Path missing = folder.resolve("missing.sf2");

        List<String> said = export(broken, folder.resolve("1.wav"), missing, folder.resolve("2.wav"));

        assertThat(said).hasSize(2);
        assertThat(said.get(0)).startsWith("SoundFontException " + broken + ": a broken SoundFont: ");
        assertThat(said.get(1)).startsWith("NoSuchFileException " + missing);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .noneMatch(path ->
                            path.toString().endsWith(".wav") || path.toString().endsWith(".tmp"));
        }
    }

    private List<String> export(Path... soundFontsAndFiles) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-exports",
                "java.desktop/com.sun.media.sound=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                SoundFontExport.class.getName()));
        Stream.of(soundFontsAndFiles).map(Path::toString).forEach(command::add);
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllLines(output, UTF_8);
    }
}
