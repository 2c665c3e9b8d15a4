package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.playing.TimedMeasure.TimedMark;
import io.github.musicgen.midi.musicxml.score.Mark.Pedal;
import io.github.musicgen.midi.musicxml.score.MeasureElement.VerseSyllable;
import io.github.musicgen.midi.musicxml.score.PartDeclaration;
import io.github.musicgen.representation.sequence.ControlChange;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays the measures of one part in their order.
 *
 * <p>Tied notes become one. Grace notes come before the beat: they take their time, a 32nd each but at most half of it, from
 * what sounded before in their voice, so that no other note begins elsewhere than written. Of several verses each pass sings
 * the next.
 */
final class PartPlayer {
    private static final int GRACES_PER_QUARTER = 8;
    private static final int PEDAL_DOWN = 127;

    private final TimeBase timeBase;
    private final Part.Builder part;
    private final List<SoundingNote> played = new ArrayList<>();
    private final OpenTies openTies = new OpenTies();
    private final List<VoiceChord> chords = new ArrayList<>();
    private final Map<String, VoiceChord> lastChords = new HashMap<>(); // by voice

    PartPlayer(TimeBase timeBase, PartDeclaration declaration, boolean drums) {
        this.timeBase = timeBase;
        this.part =
                Part.builder(declaration.name()).program(declaration.program()).drums(drums);
    }

    /** Plays a measure that begins at a time, for the so manieth time. */
    void play(TimedMeasure measure, long start, int pass) {
        for (TimedNote note : measure.notes()) {
            if (note.grace()) {
                playGrace(note, start + note.offset());
            } else {
                play(note, start + note.offset());
            }
            sing(note.lyrics(), timeBase.ticks(start + note.offset()), pass);
        }
        for (TimedMark mark : measure.marks()) {
            if (mark.mark() instanceof Pedal pedal) {
                long tick = timeBase.ticks(start + mark.offset());
                part.controlChange(tick, ControlChange.SUSTAIN, pedal.down() ? PEDAL_DOWN : 0);
            }
        }
    }

    Part part() {
        chords.forEach(VoiceChord::shorten);
        List<Note> notes = played.stream().map(note -> note.toNote(timeBase)).toList();
        return part.notes(notes).build();
    }

    private void play(TimedNote note, long start) {
        SoundingNote sounding = note.tieStop() ? openTies.take(note.pitch(), start, note.voice()) : null;
        if (sounding == null) {
            sounding = begin(note, start);
        }
        sounding.end = start + note.duration();
        if (note.tieStart()) {
            openTies.add(sounding);
        } else {
            sounding.chord.add(sounding);
        }
    }

    private SoundingNote begin(TimedNote note, long start) {
        VoiceChord chord = lastChords.get(note.voice());
        if (chord == null || chord.start() != start) {
            chord = new VoiceChord(start);
            chords.add(chord);
            lastChords.put(note.voice(), chord);
        }
        SoundingNote sounding = new SoundingNote(note.pitch(), note.velocity(), note.voice(), chord, start);
        played.add(sounding);
        return sounding;
    }

    private void playGrace(TimedNote note, long beat) {
        VoiceChord before = lastChords.get(note.voice());
        long free = before == null ? beat : (beat - before.start()) / 2;
        long room = Math.min(note.graceSlots() * (timeBase.unitsPerQuarter() / GRACES_PER_QUARTER), Math.max(0, free));
        long start = beat - room + room * note.graceSlot() / note.graceSlots();
        long end = beat - room + room * (note.graceSlot() + 1) / note.graceSlots();
        if (before != null) {
            before.cutAt(beat - room);
        }
        part.note(note.pitch(), note.velocity(), timeBase.ticks(start), timeBase.ticks(end));
    }

    private void sing(List<VerseSyllable> verses, long tick, int pass) {
        verses.stream()
                .filter(syllable -> syllable.verse() <= pass)
                .max(Comparator.comparingInt(VerseSyllable::verse))
                .or(() -> verses.stream().min(Comparator.comparingInt(VerseSyllable::verse)))
                .ifPresent(syllable -> part.lyric(tick, syllable.text()));
    }
}
