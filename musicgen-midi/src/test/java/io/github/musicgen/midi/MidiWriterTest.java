package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.midi.ChannelEvent.ControlChange;
import io.github.musicgen.midi.ChannelEvent.NoteOff;
import io.github.musicgen.midi.ChannelEvent.NoteOn;
import io.github.musicgen.midi.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.MetaContent.KeyChange;
import io.github.musicgen.midi.MetaContent.MeterChange;
import io.github.musicgen.midi.MetaContent.Port;
import io.github.musicgen.midi.MetaContent.TempoChange;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidiWriterTest {

    private static MidiFile write(Part... parts) {
        return MidiWriter.toMidiFile(sequence(parts));
    }

    private static NoteSequence sequence(Part... parts) {
        NoteSequence.Builder sequence = NoteSequence.builder(96);
        List.of(parts).forEach(sequence::part);
        return sequence.build();
    }

    private static List<MidiEvent> events(Part part) {
        return write(part).tracks().get(1).events();
    }

    @Test
    void firstTrack_holdsWhatStandsAboveAllParts() {
        NoteSequence sequence = NoteSequence.builder(96)
                .title("Tune")
                .tempo(0, 100)
                .timeSignature(0, 3, 4)
                .keySignature(0, 2, Mode.MINOR)
                .chordSymbol(0, "Bm")
                .marker(96, "A")
                .endTick(200)
                .build();
        MidiFile file = MidiWriter.toMidiFile(sequence);

        assertThat(file.format()).isEqualTo(1);
        assertThat(file.tracks())
                .containsExactly(MidiTrack.of(
                        List.of(
                                MetaEvent.text(0, TextKind.TRACK_NAME, "Tune"),
                                MetaEvent.of(0, new TempoChange(600_000)),
                                MetaEvent.of(0, new MeterChange(3, 2, 24, 8)),
                                MetaEvent.of(0, new KeyChange(2, true)),
                                MetaEvent.text(0, TextKind.TEXT, "chord: Bm"),
                                MetaEvent.text(96, TextKind.MARKER, "A")),
                        200));
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 24", "2, 2, 48", "6, 8, 36", "3, 8, 12", "9, 16, 18", "4, 1024, 1"})
    void meter_tellsTheMetronomeItsBeat(int numerator, int denominator, int clocks) {
        NoteSequence sequence = NoteSequence.builder(96)
                .timeSignature(0, numerator, denominator)
                .build();

        assertThat(MidiWriter.toMidiFile(sequence).tracks().get(0).events())
                .contains(MetaEvent.of(
                        0, new MeterChange(numerator, Integer.numberOfTrailingZeros(denominator), clocks, 8)));
    }

    @Test
    void atOneTick_endsComeBeforeNotesOfNoLengthAndThoseBeforeBeginnings() {
        Part part = Part.builder("Flute")
                .program(73)
                .note(60, 1, 0, 10)
                .note(60, 3, 10, 20)
                .note(60, 2, 10, 10)
                .build();

        assertThat(events(part))
                .containsExactly(
                        MetaEvent.text(0, TextKind.TRACK_NAME, "Flute"),
                        new ProgramChange(0, 0, 73),
                        new NoteOn(0, 0, 60, 1),
                        new NoteOff(10, 0, 60, 64),
                        new NoteOn(10, 0, 60, 2),
                        new NoteOff(10, 0, 60, 64),
                        new NoteOn(10, 0, 60, 3),
                        new NoteOff(20, 0, 60, 64));
    }

    @Test
    void noteInsideAnotherOfItsPitch_changesEndsWithIt() {
        NoteSequence nested =
                sequence(Part.builder("").note(60, 1, 0, 30).note(60, 2, 10, 20).build());

        assertThat(MidiReader.read(MidiWriter.toMidiFile(nested)).notes())
                .containsExactly(new Note(60, 1, 0, 20), new Note(60, 2, 10, 30));
    }

    @Test
    void program_comesAfterItsBank() {
        Part part = Part.builder("")
                .program(5)
                .controlChange(0, 7, 90)
                .controlChange(0, 0, 1)
                .controlChange(0, 32, 2)
                .controlChange(0, 10, 64)
                .note(60, 1, 0, 10)
                .controlChange(20, 0, 1)
                .build();

        assertThat(events(part))
                .startsWith(
                        new ControlChange(0, 0, 7, 90),
                        new ControlChange(0, 0, 0, 1),
                        new ControlChange(0, 0, 32, 2),
                        new ProgramChange(0, 0, 5),
                        new ControlChange(0, 0, 10, 64));
    }

    @Test
    void channels_leaveOutThatOfTheDrumsAndGoOnAtTheNextPort() {
        Part melodic = Part.builder("").note(60, 1, 0, 10).build();
        Part drums = Part.builder("").drums(true).note(36, 1, 0, 10).build();
        Part[] parts =
                IntStream.range(0, 18).mapToObj(i -> i < 16 ? melodic : drums).toArray(Part[]::new);
        List<MidiTrack> tracks = write(parts).tracks();

        assertThat(tracks.stream().skip(1).map(MidiWriterTest::channel))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 0, 9, 9);
        assertThat(tracks.get(15).events()).noneMatch(MetaEvent.class::isInstance);
        assertThat(tracks.get(16).events()).contains(MetaEvent.of(0, new Port(1)));
        assertThat(tracks.get(17).events()).noneMatch(MetaEvent.class::isInstance);
        assertThat(tracks.get(18).events()).contains(MetaEvent.of(0, new Port(1)));
    }

    private static int channel(MidiTrack track) {
        return track.events().stream()
                .filter(NoteOn.class::isInstance)
                .map(event -> ((NoteOn) event).channel())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void moreDrumPartsThanPorts_areRefused() {
        Part drums = Part.builder("").drums(true).build();
        Part[] parts = IntStream.range(0, 257).mapToObj(i -> drums).toArray(Part[]::new);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(parts))
                .withMessage("number of drum parts must be 0..256, but was 257");
    }

    @Test
    void silenceLongerThanOneNumberCanSay_isBridged() throws MalformedMidiException {
        NoteSequence sequence = sequence(Part.builder("")
                .note(60, 1, MidiEvent.MAX_TICK, MidiEvent.MAX_TICK)
                .build());
        byte[] bytes = MidiWriter.toMidiFile(sequence).toBytes();

        assertThat(MidiReader.read(MidiFile.parse(bytes))).isEqualTo(sequence);
    }

    @Test
    void write_toDisk_isReadBackEqual(@TempDir Path folder) throws IOException {
        NoteSequence sequence =
                sequence(Part.builder("Fl\u00f6te").note(60, 1, 0, 10).build());
        MidiWriter.write(sequence, folder.resolve("tune.mid"));

        assertThat(MidiReader.read(folder.resolve("tune.mid"))).isEqualTo(sequence);
    }
}
