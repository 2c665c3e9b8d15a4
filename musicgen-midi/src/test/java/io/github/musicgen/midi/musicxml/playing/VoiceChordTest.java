package io.github.musicgen.midi.musicxml.playing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class VoiceChordTest {
    private static final long START = 0;

    /** Numbers up to 20 are notes that end there, those above are cuts 20 earlier. */
    @Property
    void shorten_doesWhatMakingEachCutAtOnceDoes(@ForAll List<@LongRange(min = 1, max = 40) Long> happenings) {
        VoiceChord chord = new VoiceChord(START);
        List<SoundingNote> notes = new ArrayList<>();
        List<Long> expected = new ArrayList<>();

        for (long happening : happenings) {
            if (happening <= 20) {
                SoundingNote note = noteUntil(happening, chord);
                chord.add(note);
                notes.add(note);
                expected.add(note.end);
            } else {
                long time = happening - 20;
                chord.cutAt(time);
                expected.replaceAll(end -> Math.min(end, time));
            }
        }
        chord.shorten();

        assertThat(notes).extracting(note -> note.end).isEqualTo(expected);
    }

    private static SoundingNote noteUntil(long end, VoiceChord chord) {
        SoundingNote note = new SoundingNote(60, 80, "1/1", chord, START);
        note.end = end;
        return note;
    }
}
