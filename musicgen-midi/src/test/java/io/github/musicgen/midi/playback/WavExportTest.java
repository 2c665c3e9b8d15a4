package io.github.musicgen.midi.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.Division;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavExportTest {
    private static final int TAIL = WavExport.TAIL_SECONDS;

    @TempDir
    private Path folder;

    private Sound export(NoteSequence music) throws IOException, UnsupportedAudioFileException {
        Path path = folder.resolve("music.wav");
        WavExport.standard().write(music, path);
        return Sound.read(path);
    }

    private Sound export(MidiFile file) throws IOException, UnsupportedAudioFileException {
        Path path = folder.resolve("file.wav");
        WavExport.standard().write(file, path);
        return Sound.read(path);
    }

    @Test
    void write_aSingleA_soundsAt440Hertz_forItsTime_andDiesAway() throws Exception {
        Sound sound = export(WavSample.a4());
        assertThat(sound.seconds()).isCloseTo(WavSample.a4().seconds() + TAIL, within(0.001));
        assertThat(sound.frequency(0.3, 0.8)).isCloseTo(440, within(5.0));
        assertThat(sound.peak(0.1, 0.9)).isBetween(500, 32_000);
        assertThat(sound.peak(4.5, 5)).isLessThan(10);
    }

    @Test
    void write_again_givesTheSameBytes() throws IOException {
        Path first = folder.resolve("1.wav");
        Path second = folder.resolve("2.wav");
        WavExport.standard().write(WavSample.withTempoChange(), first);
        WavExport.standard().write(WavSample.withTempoChange(), second);
        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void write_tempoChanges_andTracks_areHonored() throws Exception {
        NoteSequence music = WavSample.withTempoChange();
        assertThat(music.seconds()).isEqualTo(2.25);
        Sound sound = export(music);
        assertThat(sound.seconds()).isCloseTo(2.25 + TAIL, within(0.001));
        assertThat(sound.onset(0, 500)).isLessThan(0.05);
        assertThat(sound.peak(1.7, 1.99)).isLessThan(100);
        assertThat(sound.onset(1.9, 500)).isBetween(1.99, 2.05);

        MidiFile file = MidiWriter.toMidiFile(music);
        assertThat(file.format()).isEqualTo(1);
        assertThat(export(file).onset(1.9, 500)).isEqualTo(sound.onset(1.9, 500));
    }

    @Test
    void write_filmTime_isHonored() throws Exception {
        Division halfMilliseconds = new Division.TimeCode(Division.FrameRate.PAL, 80);
        MidiTrack track = MidiTrack.of(List.of(new NoteOn(2_000, 0, 60, 100)), 3_000);
        Sound sound = export(new MidiFile(0, halfMilliseconds, List.of(track)));
        assertThat(sound.seconds()).isCloseTo(1.5 + TAIL, within(0.001));
        assertThat(sound.onset(0, 500)).isBetween(0.99, 1.05);
    }

    @Test
    void write_notesAndPedalsThatNobodyEnds_endWithTheMusic() throws Exception {
        MidiTrack track = MidiTrack.of(
                List.of(new ControlChange(0, 0, 64, 127), new NoteOn(0, 0, 60, 100), new NoteOn(0, 1, 67, 100)), 480);
        Sound sound = export(new MidiFile(0, new Division.TicksPerQuarter(480), List.of(track)));
        assertThat(sound.peak(0, 0.5)).isGreaterThan(500);
        assertThat(sound.peak(4, 4.5)).isLessThan(10);
    }

    @Test
    void write_manyLoudNotes_doNotClip() throws Exception {
        Part.Builder part = Part.builder("All").program(48);
        for (int pitch = 36; pitch < 96; pitch += 3) {
            part.note(pitch, 127, 0, 960);
        }
        Sound sound = export(NoteSequence.builder(480).part(part.build()).build());
        assertThat(sound.peak(0, 2)).isBetween(10_000, 32_766);
    }

    @Test
    void write_nothing_isAShortSilentFile() throws Exception {
        Sound sound = export(NoteSequence.builder(480).build());
        assertThat(sound.seconds()).isEqualTo(TAIL);
        assertThat(sound.peak(0, TAIL)).isLessThan(2);
    }

    @Test
    void write_longMusic_isRefused_beforeAnythingIsThere() {
        Path path = folder.resolve("long.wav");
        NoteSequence music = NoteSequence.builder(480)
                .part(Part.builder("Late").note(60, 100, 1L << 37, 1L << 38).build())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WavExport.standard().write(music, path))
                .withMessageContaining("at most 3600 seconds, but lasts 286331153.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WavExport.standard().write(MidiWriter.toMidiFile(music), path));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void write_whereItCannotBeMoved_leavesWhatWasThere_andNoTemporaryFile() throws IOException {
        Path occupied = folder.resolve("music.wav");
        Files.createDirectories(occupied.resolve("inside"));
        assertThatThrownBy(() -> WavExport.standard().write(WavSample.a4(), occupied))
                .isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(occupied);
        }
    }

    @Test
    void withSoundFont_notASoundFont_saysSo() throws IOException {
        Path text = Files.writeString(folder.resolve("x.sf2"), "this is not a SoundFont");
        assertThatThrownBy(() -> WavExport.withSoundFont(text))
                .isInstanceOf(SoundFontException.class)
                .hasMessageContaining("x.sf2: not a SoundFont");
    }

    @Test
    void withSoundFont_cutShort_saysHowManyBytesAreMissing() throws IOException {
        Path cut = Files.write(
                folder.resolve("x.sf2"), "RIFF\u0010\u0001\u0000\u0000sfbkLIST".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> WavExport.withSoundFont(cut))
                .isInstanceOf(SoundFontException.class)
                .hasMessageContaining("272 bytes follow, but 8 do");
    }

    @Test
    void withSoundFont_whereTheJdkHidesItsSynthesizer_namesTheFlag() throws IOException {
        Path hollow = Files.write(
                folder.resolve("x.sf2"), "RIFF\u0004\u0000\u0000\u0000sfbk".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> WavExport.withSoundFont(hollow))
                .isInstanceOf(SoundFontException.class)
                .hasMessageContaining("--add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED");
    }
}
