package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.playing.TimedMeasure.TimedMark;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.Mark;
import io.github.musicgen.midi.musicxml.score.Mark.ChordMark;
import io.github.musicgen.midi.musicxml.score.Mark.KeyMark;
import io.github.musicgen.midi.musicxml.score.Measure;
import io.github.musicgen.midi.musicxml.score.MeasureElement;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Attributes;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Direction;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Move;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Transposition;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenKey;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenNote;
import io.github.musicgen.midi.musicxml.score.Meter;
import io.github.musicgen.midi.musicxml.source.Notices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out when everything in the measures of a part happens and how it sounds. Measures come in written order. */
final class MeasureTimer {
    private static final long MAX_QUARTERS_PER_MEASURE = 1_000_000;

    private final TimeBase timeBase;
    private final Notices notices;
    private final PartSounds sounds;
    private final DynamicSweep dynamics = new DynamicSweep();
    private final Map<Integer, Transposition> transpositions = new HashMap<>(); // by staff; 0 for all
    private final GraceRun graces = new GraceRun();
    private Meter meter = Meter.FREE;

    // Of the measure at hand.
    private final List<TimedNote> notes = new ArrayList<>();
    private final List<TimedMark> marks = new ArrayList<>();
    private Meter meterOfMeasure = Meter.FREE;
    private long cursor;
    private long chordStart;
    private long length;

    MeasureTimer(TimeBase timeBase, PartSounds sounds, Notices notices) {
        this.timeBase = timeBase;
        this.sounds = sounds;
        this.notices = notices;
    }

    TimedMeasure time(Measure measure) throws MalformedMusicXmlException {
        start();
        for (MeasureElement element : measure.elements()) {
            time(element);
        }
        notes.addAll(graces.end());
        List<TimedMark> timedMarks = marks.stream()
                .map(mark -> new TimedMark(Math.max(0, Math.min(length, mark.offset())), mark.mark()))
                .sorted(Comparator.comparingLong(TimedMark::offset))
                .toList();
        notes.sort(Comparator.comparingLong(TimedNote::offset));
        return new TimedMeasure(length, meterOfMeasure, dynamics.apply(notes, timedMarks), timedMarks);
    }

    private void start() {
        notes.clear();
        marks.clear();
        meterOfMeasure = meter;
        cursor = 0;
        chordStart = 0;
        length = 0;
    }

    private void time(MeasureElement element) throws MalformedMusicXmlException {
        if (element instanceof WrittenNote note) {
            timeNote(note);
        } else if (element instanceof Move move) {
            notes.addAll(graces.end());
            moveTo(cursor + timeBase.units(move.quarters()), move);
        } else if (element instanceof Direction direction) {
            timeDirection(direction);
        } else if (element instanceof Attributes attributes) {
            change(attributes);
        }
    }

    private void timeNote(WrittenNote note) throws MalformedMusicXmlException {
        long duration = timeBase.units(note.quarters());
        if (!note.chord()) {
            chordStart = cursor;
            moveTo(cursor + duration, note);
        } else if (!note.grace()) {
            reach(chordStart + duration, note);
        }
        if (!note.grace()) {
            notes.addAll(graces.end());
        }
        if (!note.cue()) {
            sound(note, duration);
        }
    }

    private void sound(WrittenNote note, long duration) {
        Transposition transposition = transposition(note.staff());
        sounds.pitch(note, transposition).ifPresent(pitch -> {
            TimedNote timed = timed(note, duration, pitch);
            add(note, timed);
            if (transposition.doubled() != 0) {
                sounds.inRange(note, pitch + transposition.doubled())
                        .ifPresent(other -> add(note, timed.doubled(other)));
            }
        });
    }

    private void add(WrittenNote note, TimedNote timed) {
        if (note.grace()) {
            graces.add(timed, note.chord());
        } else {
            notes.add(timed);
        }
    }

    private TimedNote timed(WrittenNote note, long duration, int pitch) {
        String voice = note.voice() + "/" + note.staff();
        return new TimedNote(
                chordStart,
                duration,
                pitch,
                note.velocity(),
                voice,
                note.tieStop(),
                note.tieStart(),
                0,
                0,
                note.lyrics());
    }

    private void timeDirection(Direction direction) {
        long offset = cursor + timeBase.units(direction.offset());
        Mark mark = direction.mark() instanceof ChordMark chord
                ? new ChordMark(chord.harmony().transposed(transposition(0).fifths()))
                : direction.mark();
        marks.add(new TimedMark(offset, mark));
    }

    private void change(Attributes attributes) {
        for (Transposition transposition : attributes.transpositions()) {
            transpositions.put(transposition.staff(), transposition);
        }
        WrittenKey key = attributes.key();
        if (key != null) {
            int fifths = key.fifths() + transposition(0).fifths();
            marks.add(new TimedMark(cursor, new KeyMark(new WrittenKey(fifths, key.minor()))));
        }
        if (attributes.meter() != null) {
            changeMeter(attributes.meter(), attributes.place());
        }
    }

    private void changeMeter(Meter newMeter, ScorePlace place) {
        meter = newMeter;
        if (cursor == 0) {
            meterOfMeasure = newMeter;
        } else {
            notices.add(place, "time signature within a measure; holds from the next one on");
        }
    }

    private Transposition transposition(int staff) {
        Transposition ofAll = transpositions.getOrDefault(0, Transposition.NONE);
        return transpositions.getOrDefault(staff, ofAll);
    }

    private void moveTo(long position, MeasureElement element) throws MalformedMusicXmlException {
        if (position < 0) {
            notices.add(element.place(), "backup that leads before the start of its measure; leads to the start");
        }
        cursor = Math.max(0, position);
        reach(cursor, element);
    }

    private void reach(long position, MeasureElement element) throws MalformedMusicXmlException {
        if (position > MAX_QUARTERS_PER_MEASURE * timeBase.unitsPerQuarter()) {
            throw new MalformedMusicXmlException(
                    element.place(), "a measure must be at most " + MAX_QUARTERS_PER_MEASURE + " quarters long");
        }
        length = Math.max(length, position);
    }
}
