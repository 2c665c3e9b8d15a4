package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.midi.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.ChannelEvent.ControlChange;
import io.github.musicgen.midi.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.ChannelEvent.NoteOff;
import io.github.musicgen.midi.ChannelEvent.NoteOn;
import io.github.musicgen.midi.ChannelEvent.PitchBend;
import io.github.musicgen.midi.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.Division.FrameRate;
import io.github.musicgen.midi.Division.TicksPerQuarter;
import io.github.musicgen.midi.Division.TimeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidiFileTest {

    private static MidiTrack parseTrack(String content) throws MalformedMidiException {
        MidiFile file = MidiFile.parse(Smf.file(content));
        assertThat(file.tracks()).hasSize(1);
        return file.tracks().get(0);
    }

    @Test
    void parse_everyKindOfEvent_givesItsRecord() throws MalformedMidiException {
        MidiTrack track = parseTrack("00 903C40  60 803C41  00 A03C01  00 B107 7F  00 C205  00 D306  00 E40040"
                + " 00 F0 03 7E09F7  00 F7 01 F8  00 FF01 02 4869" + Smf.END);

        assertThat(track.events())
                .containsExactly(
                        new NoteOn(0, 0, 60, 64),
                        new NoteOff(96, 0, 60, 65),
                        new KeyPressure(96, 0, 60, 1),
                        new ControlChange(96, 1, 7, 127),
                        new ProgramChange(96, 2, 5),
                        new ChannelPressure(96, 3, 6),
                        new PitchBend(96, 4, 0),
                        new SystemExclusive(96, SystemExclusive.Form.F0, Payload.of(Smf.bytes("7E09F7"))),
                        new SystemExclusive(96, SystemExclusive.Form.F7, Payload.of(Smf.bytes("F8"))),
                        MetaEvent.text(96, TextKind.TEXT, "Hi"));
    }

    @Test
    void parse_runningStatus_repeatsTheLastStatus() throws MalformedMidiException {
        assertThat(parseTrack("00 903C40  10 3C00  10 3E41" + Smf.END).events())
                .containsExactly(new NoteOn(0, 0, 60, 64), new NoteOn(16, 0, 60, 0), new NoteOn(32, 0, 62, 65));
    }

    @Test
    void parse_noteOnWithVelocityZero_staysANoteOn() throws MalformedMidiException {
        MidiEvent event = parseTrack("00 903C00" + Smf.END).events().get(0);

        assertThat(event).isEqualTo(new NoteOn(0, 0, 60, 0));
        assertThat(((NoteOn) event).isRelease()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"E00000, -8192", "E07F3F, -1", "E00040, 0", "E07F7F, 8191"})
    void parse_pitchBend_isSignedAroundTheCenter(String bytes, int value) throws MalformedMidiException {
        assertThat(parseTrack("00" + bytes + Smf.END).events()).containsExactly(new PitchBend(0, 0, value));
    }

    @ParameterizedTest
    @CsvSource({"00, 0", "7F, 127", "8100, 128", "FF7F, 16383", "818000, 16384", "FFFFFF7F, 268435455", "80808000, 0"})
    void parse_timeOfOneToFourBytes_isItsNumber(String time, long tick) throws MalformedMidiException {
        assertThat(parseTrack(time + "FF2F00").endTick()).isEqualTo(tick);
    }

    @Test
    void parse_timeAfterTheLastEvent_isKeptAsEndOfTrack() throws MalformedMidiException {
        MidiTrack track = parseTrack("00 C000  8100 FF2F00");

        assertThat(track.events()).hasSize(1);
        assertThat(track.endTick()).isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource({"E828, FILM, 40", "E750, PAL, 80", "E304, NTSC, 4", "E201, THIRTY, 1"})
    void parse_timeCode_givesRateAndTicksPerFrame(String division, FrameRate rate, int ticks) throws Exception {
        byte[] bytes = Smf.file(1, division, Smf.END);
        MidiFile file = MidiFile.parse(bytes);

        assertThat(file.division()).isEqualTo(new TimeCode(rate, ticks));
        assertThat(file.toBytes()).isEqualTo(bytes);
    }

    @Test
    void parse_headerLongerThanSixBytes_stepsOverTheRest() throws MalformedMidiException {
        byte[] bytes = Smf.bytes(Smf.MTHD + "00000008 0000 0001 0060 ABCD" + Smf.track(Smf.END));

        assertThat(MidiFile.parse(bytes).division()).isEqualTo(new TicksPerQuarter(96));
        assertThat(MidiFile.parse(bytes).toBytes()).isEqualTo(Smf.file(0, "0060", Smf.END));
    }

    @Test
    void parse_alienChunks_keepsThemInTheirPlaces() throws MalformedMidiException {
        String first = "58464948 00000002 0102";
        String last = "58464B4D 00000000";
        byte[] bytes =
                Smf.bytes(Smf.header(1, 2, "0060") + first + Smf.track(Smf.END) + first + Smf.track(Smf.END) + last);
        MidiFile file = MidiFile.parse(bytes);

        assertThat(file.alienChunks()).extracting(AlienChunk::name).containsExactly("XFIH", "XFIH", "XFKM");
        assertThat(file.alienChunks()).extracting(AlienChunk::tracksBefore).containsExactly(0, 1, 2);
        assertThat(file.toBytes()).isEqualTo(bytes);
    }

    @Test
    void parse_noTracks_isAFileWithoutMusic() throws MalformedMidiException {
        assertThat(MidiFile.parse(Smf.file()).tracks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USED,   00 903C40  10 3C00    10 3E40    00 FF01 00  00 903F40",
        "UNUSED, 00 903C40  10 903C00  10 903E40  00 FF01 00  00 903F40"
    })
    void toBytes_runningStatus_isUsedOnlyIfAskedForAndNeverAfterAMetaEvent(RunningStatus habit, String bytes)
            throws MalformedMidiException {
        MidiFile file = MidiFile.parse(Smf.file("00 903C40  10 3C00  10 903E40  00 FF01 00  00 903F40" + Smf.END));

        assertThat(file.toBytes(habit)).isEqualTo(Smf.file(bytes + Smf.END));
    }

    @Test
    void toBytes_newTrack_beginsWithAStatus() {
        MidiTrack track = MidiTrack.of(List.of(new NoteOn(0, 0, 60, 64)));
        MidiFile file = new MidiFile(1, new TicksPerQuarter(96), List.of(track, track));

        assertThat(file.toBytes()).isEqualTo(Smf.file("00 903C40" + Smf.END, "00 903C40" + Smf.END));
    }

    @Test
    void write_intoAFolder_leavesNothingButTheFile(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("tune.mid");
        Files.writeString(path, "what was here before");
        MidiFile file = MidiFile.parse(Smf.file("00 903C40" + Smf.END));
        file.write(path);

        assertThat(MidiFile.read(path)).isEqualTo(file);
        assertThat(MidiFile.readLenient(path)).isEqualTo(new LenientMidi(file, List.of()));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(path);
        }
    }

    @Test
    void constructor_formatZeroWithTwoTracks_namesTheBound() {
        MidiTrack empty = MidiTrack.of(List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MidiFile(0, new TicksPerQuarter(96), List.of(empty, empty)))
                .withMessage("format 0 must have 1 track, but has 2");
    }

    @Test
    void constructor_alienChunkBehindAllTracks_namesTheBound() {
        List<AlienChunk> chunks = List.of(new AlienChunk(1, 0x58464948, Payload.EMPTY));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MidiFile(1, new TicksPerQuarter(96), List.of(), chunks))
                .withMessage("tracks before chunk XFIH must be 0..0, but was 1");
    }
}
