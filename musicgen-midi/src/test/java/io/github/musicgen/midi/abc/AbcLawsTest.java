package io.github.musicgen.midi.abc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.MeterMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any music: it is read as it was written, however it was written. */
class AbcLawsTest {
    private static final String[] NAMES = {"=C", "^C", "=D", "_E", "=E", "=F", "^F", "=G", "_A", "=A", "_B", "=B"};

    /** A chord, or a rest if there are no pitches, that is some 48ths of a quarter long. */
    record Event(List<Integer> pitches, int length) {

        String text() {
            String factor = length + "/48";
            if (pitches.isEmpty()) {
                return "z" + factor;
            }
            StringBuilder chord = new StringBuilder("[");
            pitches.forEach(pitch -> chord.append(name(pitch)));
            return chord.append(']').append(factor).toString();
        }

        private static String name(int pitch) {
            int octave = Math.floorDiv(pitch, 12) - 5;
            return NAMES[pitch % 12] + (octave < 0 ? ",".repeat(-octave) : "'".repeat(octave));
        }
    }

    @Provide
    Arbitrary<List<Event>> voice() {
        Arbitrary<List<Integer>> pitches =
                Arbitraries.integers().between(0, 127).list().uniqueElements().ofMaxSize(3);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 200);
        return Combinators.combine(pitches, lengths).as(Event::new).list().ofMaxSize(12);
    }

    private static String text(List<Event> voice) {
        StringBuilder text = new StringBuilder();
        voice.forEach(event -> text.append(event.text()).append(event.length() % 5 == 0 ? "|" : " "));
        return text.toString();
    }

    private static List<Note> notes(List<Event> voice) {
        List<Note> notes = new ArrayList<>();
        long tick = 0;
        for (Event event : voice) {
            long end = tick + event.length() * 10L;
            for (int pitch : event.pitches()) {
                notes.add(new Note(pitch, 80, tick, end));
            }
            tick = end;
        }
        Collections.sort(notes);
        return notes;
    }

    private static NoteSequence read(String fields, String music) {
        return Tunes.strictly("X:1\nL:1/4\n" + fields, music);
    }

    private static List<Note> notesOf(NoteSequence sequence) {
        return sequence.parts().isEmpty() ? List.of() : sequence.parts().get(0).notes();
    }

    @Property(tries = 300)
    void notes_areReadAsTheyWereWritten_inAnyKey(
            @ForAll("voice") List<Event> voice, @ForAll @IntRange(max = 6) int key) {
        NoteSequence sequence = read("K:" + "CDEFGAB".charAt(key), text(voice));

        assertThat(sequence.ticksPerQuarter()).isEqualTo(480);
        assertThat(notesOf(sequence)).isEqualTo(notes(voice));
        assertThat(sequence.endTick())
                .isEqualTo(
                        voice.stream().mapToLong(event -> event.length() * 10L).sum());
    }

    @Property(tries = 100)
    void voices_areReadSideBySide(@ForAll("voice") List<Event> first, @ForAll("voice") List<Event> second) {
        NoteSequence sequence = read("V:1\nV:2\nK:C", "[V:1]" + text(first) + "\n[V:2]" + text(second));
        List<List<Note>> expected = new ArrayList<>(List.of(notes(first), notes(second)));
        expected.removeIf(notes -> notes.isEmpty());

        assertThat(sequence.parts().stream().map(Part::notes).filter(notes -> !notes.isEmpty()))
                .isEqualTo(expected);
    }

    @Property(tries = 100)
    void repeat_isTheMusicTwice(@ForAll("voice") List<Event> voice) {
        String music = text(voice) + "|";

        assertThat(notesOf(read("K:C", "z|:" + music + ":|"))).isEqualTo(notesOf(read("K:C", "z|" + music + music)));
    }

    @Property(tries = 100)
    void transposition_movesAllNotes(
            @ForAll("voice") List<Event> voice, @ForAll @IntRange(min = -12, max = 12) int semitones) {
        List<Event> inRange = voice.stream()
                .filter(event -> event.pitches().stream().allMatch(pitch -> pitch >= 12 && pitch <= 115))
                .toList();
        List<Note> moved = notes(inRange).stream()
                .map(note -> note.withPitch(note.pitch() + semitones))
                .sorted()
                .toList();

        assertThat(notesOf(read("K:C transpose=" + semitones, text(inRange)))).isEqualTo(moved);
    }

    @Property(tries = 100)
    void barLines_areWhereBarsBegin(@ForAll List<@IntRange(min = 1, max = 100) Integer> sixtyFourths) {
        String music =
                sixtyFourths.stream().map(length -> "C" + length + "/16|").collect(Collectors.joining());
        MeterMap bars = read("M:none\nK:C", music).meterMap();

        long tick = 0;
        for (int bar = 0; bar < sixtyFourths.size(); bar++) {
            assertThat(bars.barStart(bar)).isEqualTo(tick);
            tick += sixtyFourths.get(bar) * 30L;
        }
    }
}
