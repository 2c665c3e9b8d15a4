package io.github.musicgen.examples.cli.music;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayCommandTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), file);
        MemoryDevice.MESSAGES.clear();
    }

    @Test
    void play_onADevice_sendsTheNotesFromThere_andEndsThem() {
        CommandLineRun run = CommandLineRun.of("play", file, "--device", "memory", "--tempo", "20", "--from", "8");

        assertThat(run).isEqualTo(new CommandLineRun(0, "", ""));
        assertThat(MemoryDevice.count(ShortMessage.NOTE_ON)).isEqualTo(16);
        assertThat(MemoryDevice.count(ShortMessage.PROGRAM_CHANGE)).isEqualTo(2);
        assertThat(MemoryDevice.count(ShortMessage.NOTE_OFF)).isGreaterThanOrEqualTo(16);
    }

    @Test
    void play_onADeviceThatIsNotThere_failsWithOneLine_whichNamesTheOthers() {
        CommandLineRun run = CommandLineRun.of("play", file, "--device", "theremin");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("no MIDI output \"theremin\"").contains(MemoryDevice.NAME);
    }

    @Test
    void play_listsDevices_withoutAFile() {
        CommandLineRun run = CommandLineRun.of("play", "--list-devices");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).contains(MemoryDevice.NAME);
    }

    @Test
    void play_wrongTempoOrPlace_isWrongUsage() {
        CommandLineRun slow = CommandLineRun.of("play", file, "--device", "memory", "--tempo", "0");
        assertThat(slow.exitCode()).isEqualTo(2);
        assertThat(slow.err()).contains("--tempo must be 0.05..20.0, but was 0.0");

        CommandLineRun late = CommandLineRun.of("play", file, "--device", "memory", "--from", "17");
        assertThat(late.exitCode()).isEqualTo(2);
        assertThat(late.err()).contains("--from must be 0..16.0 seconds, but was 17.0");

        CommandLineRun early = CommandLineRun.of("play", file, "--device", "memory", "--from", "-1");
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(MemoryDevice.count(ShortMessage.NOTE_ON)).isZero();
    }

    @Test
    void play_aBrokenFile_saysWhere_beforeADeviceIsOpened() throws IOException {
        Files.writeString(file, "MThd?");
        CommandLineRun run = CommandLineRun.of("play", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("musicgen: " + file).contains("byte").hasLineCount(1);
    }

    @Test
    void clock_countsMinutes() {
        assertThat(Progress.clock(0)).isEqualTo("0:00");
        assertThat(Progress.clock(3_725.9)).isEqualTo("62:05");
    }
}
