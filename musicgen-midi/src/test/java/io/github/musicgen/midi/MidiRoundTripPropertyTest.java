package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Tempo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class MidiRoundTripPropertyTest {

    private static final Arbitrary<Long> TICKS = Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.longs().between(0, 40)),
            Tuple.of(1, Arbitraries.longs().between(0, 3L * VariableLength.MAX)));
    private static final Arbitrary<Integer> SEVEN_BITS = Arbitraries.integers().between(0, 127);
    private static final Arbitrary<String> TEXTS =
            Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(10);

    @Property(tries = 500)
    void read_ofWhatWasWritten_isTheSameMusic(@ForAll("sequences") NoteSequence sequence, @ForAll RunningStatus habit)
            throws MalformedMidiException {
        byte[] bytes = MidiWriter.toMidiFile(sequence).toBytes(habit);

        assertThat(MidiReader.read(MidiFile.parse(bytes))).isEqualTo(sequence);
    }

    /** Whatever a file says, its notes survive a second trip unchanged. */
    @Property(tries = 300)
    void write_ofWhatWasRead_isReadAsTheSameMusic(@ForAll("files") MidiFile file) {
        NoteSequence sequence = MidiReader.read(file);

        assertThat(MidiReader.read(MidiWriter.toMidiFile(sequence))).isEqualTo(sequence);
    }

    @Provide
    Arbitrary<MidiFile> files() {
        return MidiArbitraries.files();
    }

    @Provide
    Arbitrary<NoteSequence> sequences() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 32_767),
                        TEXTS,
                        parts().list().ofMaxSize(20),
                        TICKS,
                        scores())
                .as((resolution, title, parts, end, score) -> {
                    NoteSequence.Builder sequence =
                            NoteSequence.builder(resolution).title(title).endTick(end);
                    parts.forEach(sequence::part);
                    score.forEach(entry -> entry.addTo(sequence));
                    return sequence.build();
                });
    }

    private interface ScoreEntry {
        void addTo(NoteSequence.Builder sequence);
    }

    private static Arbitrary<List<ScoreEntry>> scores() {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 4);
        return Combinators.combine(
                        kinds, TICKS, Arbitraries.integers().between(1, Tempo.MAX_MICROSECONDS_PER_QUARTER), TEXTS)
                .as(MidiRoundTripPropertyTest::scoreEntry)
                .withoutEdgeCases()
                .list()
                .ofMaxSize(10);
    }

    private static ScoreEntry scoreEntry(int kind, long tick, int number, String text) {
        return switch (kind) {
            case 0 -> sequence -> sequence.tempo(new Tempo(tick, number));
            case 1 -> sequence -> sequence.timeSignature(tick, number % 255 + 1, 1 << number % 11);
            case 2 ->
                sequence -> sequence.keySignature(tick, number % 15 - 7, number % 2 == 0 ? Mode.MAJOR : Mode.MINOR);
            case 3 -> sequence -> sequence.chordSymbol(tick, text);
            default -> sequence -> sequence.marker(tick, text);
        };
    }

    private static Arbitrary<Part> parts() {
        return Combinators.combine(TEXTS, SEVEN_BITS, Arbitraries.of(true, false, false, false), notes(), partEntries())
                .as((name, program, drums, notes, entries) -> {
                    Part.Builder part =
                            Part.builder(name).program(program).drums(drums).notes(withoutNesting(notes));
                    entries.forEach(entry -> entry.addTo(part));
                    return part.build();
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<List<Note>> notes() {
        Arbitrary<Integer> pitches =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.integers().between(60, 62)), Tuple.of(1, SEVEN_BITS));
        Arbitrary<Integer> velocities = Arbitraries.integers().between(1, 127);
        return Combinators.combine(pitches, velocities, TICKS, TICKS)
                .as((pitch, velocity, start, length) -> new Note(pitch, velocity, start, start + length))
                .list()
                .ofMaxSize(12);
    }

    /** Of notes of one pitch the format can only say that the first struck ends first: hands out the ends in that order. */
    private static List<Note> withoutNesting(List<Note> notes) {
        Map<Integer, List<Note>> byPitch =
                new HashMap<>(notes.stream().sorted().collect(Collectors.groupingBy(Note::pitch)));
        List<Note> untangled = new ArrayList<>();
        for (List<Note> same : byPitch.values()) {
            List<Long> ends = same.stream().map(Note::endTick).sorted().toList();
            for (int i = 0; i < same.size(); i++) {
                untangled.add(same.get(i).withTicks(same.get(i).startTick(), ends.get(i)));
            }
        }
        return untangled;
    }

    private interface PartEntry {
        void addTo(Part.Builder part);
    }

    private static Arbitrary<List<PartEntry>> partEntries() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), TICKS, SEVEN_BITS, SEVEN_BITS, TEXTS)
                .as(MidiRoundTripPropertyTest::partEntry)
                .withoutEdgeCases()
                .list()
                .ofMaxSize(12);
    }

    private static PartEntry partEntry(int kind, long tick, int first, int second, String text) {
        return switch (kind) {
            case 0 -> part -> part.controlChange(tick, first % 2 * 32, second);
            case 1 -> part -> part.controlChange(tick, first, second);
            case 2 -> part -> part.pitchBend(tick, (first << 7 | second) - 8192);
            default -> part -> part.lyric(tick, text);
        };
    }
}
