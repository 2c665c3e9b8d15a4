package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.musicgen.midi.ChannelEvent.NoteOn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files with one fault each: what strict reading says, and what lenient reading makes of them. Track content starts at byte 22. */
class MalformedMidiTest {

    private static final String NOTE = "00 903C40";
    private static final NoteOn FIRST = new NoteOn(0, 0, 60, 64);
    private static final NoteOn SECOND = new NoteOn(0, 0, 62, 64);

    private static Arguments fault(String name, byte[] bytes, String message, String repair, MidiEvent... events) {
        return Arguments.of(name, bytes, message, repair, List.of(events));
    }

    private static byte[] raw(String hex) {
        return Smf.bytes(hex);
    }

    static Stream<Arguments> faultsInTracks() {
        return Stream.of(
                fault(
                        "note-on without status",
                        Smf.file("00 3C40 " + NOTE + Smf.END),
                        "track 1, byte 23: data byte 0x3C without status",
                        "skipped 3 bytes",
                        FIRST),
                fault(
                        "running status after a meta event",
                        Smf.file(NOTE + "00 FF0100 00 3E40" + Smf.END),
                        "track 1, byte 31: data byte 0x3E without status",
                        "took that of the last note-on on channel 0",
                        FIRST,
                        MetaEvent.text(0, TextKind.TEXT, ""),
                        SECOND),
                fault(
                        "data byte above 127",
                        Smf.file("00 903CC8" + Smf.END),
                        "track 1, byte 25: data byte 0xC8 of note-on is above 127",
                        "took 127",
                        new NoteOn(0, 0, 60, 127)),
                fault(
                        "no end of track",
                        Smf.file(NOTE),
                        "track 1, byte 26: no end of track",
                        "ended the track there",
                        FIRST),
                fault("empty track", Smf.file(""), "track 1, byte 22: no end of track", "ended the track there"),
                fault(
                        "event breaks off",
                        Smf.file(NOTE + "00 903C"),
                        "track 1, byte 29: track breaks off in the middle of an event",
                        "ended the track there",
                        FIRST),
                fault(
                        "time breaks off",
                        Smf.file(NOTE + "81"),
                        "track 1, byte 27: track breaks off in the middle of an event",
                        "ended the track there",
                        FIRST),
                fault(
                        "time of five bytes",
                        Smf.file(NOTE + "8080808000" + Smf.END),
                        "track 1, byte 26: time takes more than 4 bytes",
                        "ended the track there",
                        FIRST),
                fault(
                        "length of five bytes",
                        Smf.file(NOTE + "00 FF01 8080808000" + Smf.END),
                        "track 1, byte 29: length takes more than 4 bytes",
                        "ended the track there",
                        FIRST),
                fault(
                        "meta event longer than its track",
                        Smf.file(NOTE + "00 FF01 FFFFFF7F" + Smf.END),
                        "track 1, byte 27: meta event of 268435455 bytes in the last 4 bytes of the track",
                        "ended the track there",
                        FIRST),
                fault(
                        "system exclusive event longer than its track",
                        Smf.file(NOTE + "00 F0 06 01" + Smf.END),
                        "track 1, byte 27: system exclusive event of 6 bytes in the last 5 bytes of the track",
                        "ended the track there",
                        FIRST),
                fault(
                        "real-time status",
                        Smf.file("00 F8" + NOTE + Smf.END),
                        "track 1, byte 23: status 0xF8 must not stand in a file",
                        "skipped 1 byte",
                        FIRST),
                fault(
                        "song position with its data",
                        Smf.file("00 F20102" + NOTE + Smf.END),
                        "track 1, byte 23: status 0xF2 must not stand in a file",
                        "skipped 3 bytes",
                        FIRST),
                fault(
                        "meta event type above 127",
                        Smf.file("00 FF8001AA" + NOTE + Smf.END),
                        "track 1, byte 23: meta event type 128 is above 127",
                        "dropped the event",
                        FIRST),
                fault(
                        "end of track with content",
                        Smf.file(NOTE + "00 FF2F 01 AA"),
                        "track 1, byte 27: end of track with 1 byte of content",
                        "dropped them",
                        FIRST),
                fault(
                        "events after the end of the track",
                        Smf.file(NOTE + Smf.END + NOTE + Smf.END),
                        "track 1, byte 30: 8 bytes after the end of the track",
                        "dropped them",
                        FIRST),
                fault(
                        "track longer than the file",
                        raw(Smf.header(1, 1, "0060") + Smf.MTRK + "7FFFFFFF" + NOTE + Smf.END),
                        "track 1, byte 18: track of 2147483647 bytes in a file with 8 bytes left",
                        "took 8 bytes",
                        FIRST),
                fault(
                        "track length of four billion",
                        raw(Smf.header(1, 1, "0060") + Smf.MTRK + "FFFFFFFF" + NOTE + Smf.END),
                        "track 1, byte 18: track of 4294967295 bytes in a file with 8 bytes left",
                        "took 8 bytes",
                        FIRST),
                fault(
                        "track length too short",
                        raw(Smf.header(1, 1, "0060") + Smf.MTRK + "00000004" + NOTE + Smf.END),
                        "track 1, byte 18: no chunk begins behind this track of 4 bytes",
                        "took 8 bytes",
                        FIRST));
    }

    static Stream<Arguments> faultsOutsideTracks() {
        String track = Smf.track(NOTE + Smf.END);
        return Stream.of(
                fault(
                        "division of zero",
                        Smf.file(1, "0000", NOTE + Smf.END),
                        "byte 12: division must be at least 1 tick per quarter, but is 0",
                        "took 480 ticks per quarter",
                        FIRST),
                fault(
                        "frame rate that does not exist",
                        Smf.file(1, "E128", NOTE + Smf.END),
                        "byte 12: division must be at least 1 tick in a frame of 24, 25, 29 or 30 per second, but is 40 in one of 31",
                        "took 480 ticks per quarter",
                        FIRST),
                fault(
                        "no ticks in a frame",
                        Smf.file(1, "E700", NOTE + Smf.END),
                        "byte 12: division must be at least 1 tick in a frame of 24, 25, 29 or 30 per second, but is 0 in one of 25",
                        "took 480 ticks per quarter",
                        FIRST),
                fault(
                        "format 3",
                        Smf.file(3, "0060", NOTE + Smf.END),
                        "byte 8: format must be 0..2, but is 3",
                        "took 1",
                        FIRST),
                fault(
                        "header of five bytes",
                        raw(Smf.MTHD + "00000005 0001 0001 0060" + track),
                        "byte 4: header length must be 6..22, but is 5",
                        "took 6",
                        FIRST),
                fault(
                        "header longer than the file",
                        raw(Smf.MTHD + "FFFFFFFF 0001 0001 0060" + track),
                        "byte 4: header length must be 6..22, but is 4294967295",
                        "took 6",
                        FIRST),
                fault(
                        "bytes before the header",
                        raw("AABB" + Smf.header(1, 1, "0060") + track),
                        "byte 0: 2 bytes before the header MThd",
                        "skipped to byte 2",
                        FIRST),
                fault(
                        "RIFF wrapper",
                        raw("52494646 00000028 524D4944 64617461 0000001E" + Smf.header(1, 1, "0060") + track),
                        "byte 0: RIFF wrapper before the header MThd",
                        "skipped to byte 20",
                        FIRST),
                fault(
                        "fewer tracks than declared",
                        raw(Smf.header(1, 10_000, "0060") + track),
                        "byte 30: header declares 10000 tracks, but the file holds 1",
                        "took what there is",
                        FIRST),
                fault(
                        "more tracks than declared",
                        raw(Smf.header(1, 0, "0060") + track),
                        "byte 14: header declares 0 tracks, but here is another",
                        "took it too",
                        FIRST),
                fault(
                        "bytes between chunks",
                        raw(Smf.header(1, 1, "0060") + "00FF00" + track),
                        "byte 14: no chunk begins here",
                        "skipped 3 bytes",
                        FIRST),
                fault(
                        "alien chunk longer than the file",
                        raw(Smf.header(1, 1, "0060") + "58464948 7FFFFFFF" + track),
                        "byte 14: chunk XFIH of 2147483647 bytes in a file with 16 bytes left",
                        "skipped 8 bytes",
                        FIRST),
                fault(
                        "a second header",
                        raw(Smf.header(1, 1, "0060") + track + Smf.header(1, 1, "0060")),
                        "byte 30: a second header",
                        "dropped the 14 bytes from there on",
                        FIRST));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faultsInTracks", "faultsOutsideTracks"})
    void parse_strictly_namesThePlace(
            String name, byte[] bytes, String message, String repair, List<MidiEvent> events) {
        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiFile.parse(bytes))
                .withMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"faultsInTracks", "faultsOutsideTracks"})
    void parse_leniently_repairsAndSaysSo(
            String name, byte[] bytes, String message, String repair, List<MidiEvent> events)
            throws MalformedMidiException {
        LenientMidi lenient = MidiFile.parseLenient(bytes);

        assertThat(lenient.repairs()).singleElement().hasToString(message + "; " + repair);
        assertThat(lenient.file().tracks().get(0).events()).isEqualTo(events);
        assertThat(MidiFile.parse(lenient.file().toBytes())).isEqualTo(lenient.file());
    }

    static Stream<Arguments> hopeless() {
        return Stream.of(
                fault("empty file", new byte[0], "byte 0: no header MThd in 0 bytes", ""),
                fault("text", raw("48656C6C6F"), "byte 0: no header MThd in 5 bytes", ""),
                fault(
                        "header breaks off",
                        raw(Smf.MTHD + "00000006 0001"),
                        "byte 0: header breaks off after 10 bytes",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hopeless")
    void parse_withoutAHeader_isRefusedEvenLeniently(String name, byte[] bytes, String message) {
        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiFile.parse(bytes))
                .withMessage(message);
        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiFile.parseLenient(bytes))
                .withMessage(message);
    }

    @Test
    void parse_formatZeroWithTwoTracks_becomesFormatOneOnRequest() throws MalformedMidiException {
        byte[] bytes = Smf.file(0, "0060", Smf.END, Smf.END);

        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiFile.parse(bytes))
                .withMessage("byte 8: format 0 must have 1 track, but has 2");
        assertThat(MidiFile.parseLenient(bytes).file().format()).isEqualTo(1);
    }

    @Test
    void parse_trackThatSwallowsTheNext_isSplitOnRequest() throws MalformedMidiException {
        String second = Smf.track(NOTE + Smf.END);
        byte[] bytes = raw(Smf.header(1, 2, "0060") + Smf.MTRK + Smf.int32(20) + Smf.END + second);
        LenientMidi lenient = MidiFile.parseLenient(bytes);

        assertThat(lenient.repairs())
                .singleElement()
                .hasToString("track 1, byte 26: 16 bytes after the end of the track; took the chunk that begins there");
        assertThat(lenient.file()).isEqualTo(MidiFile.parse(Smf.file(Smf.END, NOTE + Smf.END)));
    }

    @Test
    void parse_ticksBeyondTheLast_areRefusedWithTrackAndByte() throws MalformedMidiException {
        byte[] bytes = Smf.file(Smf.END, "FFFFFF7F FF0100".repeat(1025) + Smf.END);
        int offset = 22 + 4 + 8 + 1024 * 7;

        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiFile.parse(bytes))
                .withMessage("track 2, byte " + offset + ": tick 275146341375 is beyond 274877906944");
        assertThat(MidiFile.parseLenient(bytes).file().tracks().get(1).events()).hasSize(1024);
    }

    @Test
    void parse_silenceMadeOfDroppedEvents_isNotLongerThanCanBeWritten() throws MalformedMidiException {
        LenientMidi lenient = MidiFile.parseLenient(Smf.file(NOTE + "FFFFFF7F F8 FFFFFF7F F8" + Smf.END));

        assertThat(lenient.repairs()).hasSize(2);
        assertThat(MidiFile.parse(lenient.file().toBytes())).isEqualTo(lenient.file());
    }

    @Test
    void parse_moreFaultsThanAreCollected_isRefused() {
        byte[] bytes = Smf.file("00 F8".repeat(10_001) + Smf.END);

        assertThatExceptionOfType(MalformedMidiException.class)
                .isThrownBy(() -> MidiFile.parseLenient(bytes))
                .withMessage("track 1, byte 20023: more than 10000 faults");
    }

    @Test
    void exception_inATrack_knowsThePlaceApartFromTheProblem() {
        MalformedMidiException fault =
                catchThrowableOfType(MalformedMidiException.class, () -> MidiFile.parse(Smf.file("00 3C40" + Smf.END)));

        assertThat(fault.track()).isEqualTo(1);
        assertThat(fault.offset()).isEqualTo(23);
        assertThat(fault.place()).isEqualTo("track 1, byte 23");
        assertThat(fault.problem()).isEqualTo("data byte 0x3C without status");
    }
}
