package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One voice of the score, as far as it has been read. */
public final class Voice {
    /** The most lines of words under a line of music. */
    public static final int MAX_VERSES = 100;

    final String id;
    public final VoiceSettings settings;
    public final Rhythm rhythm;
    public final BarAccidentals accidentals = new BarAccidentals();
    /** Those that wait for their main note. */
    public final List<Tone> graceNotes = new ArrayList<>();

    public String name;
    /** Whether nothing has been played since the voice was last turned to. */
    public boolean justSelected;

    private final Problems problems;
    private final BarLines barLines;
    private final List<ScoreNote> notes = new ArrayList<>();
    private final List<SungNote> sungNotes = new ArrayList<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final List<Jump> waitingJumps = new ArrayList<>();
    private @Nullable Sound sounding;
    private long time;
    private long overlaidEnd = -1;
    private int overlaidBars;
    private boolean accentNext;
    private int line;
    private int lineStart;
    private int verses;

    public Voice(String id, VoiceSettings settings, Problems problems) {
        this.id = id;
        this.name = id;
        this.settings = settings;
        this.problems = problems;
        this.rhythm = new Rhythm(problems);
        this.barLines = new BarLines(problems);
    }

    public List<ScoreNote> notes() {
        return notes;
    }

    public List<SungNote> sungNotes() {
        return sungNotes;
    }

    public List<BarMark> barMarks() {
        return barLines.marks();
    }

    public List<Jump> jumps() {
        return jumps;
    }

    public boolean isEmpty() {
        return notes.isEmpty() && time == 0;
    }

    /** Where the voice is, after all that has been read. */
    public long time() {
        return sounding == null ? time : time + sounding.length();
    }

    /** The sound that was read last, as long as signs behind it may change it. */
    @Nullable
    public Sound sounding() {
        return sounding;
    }

    public int velocity() {
        return accentNext ? Decorations.accented(settings.velocity) : settings.velocity;
    }

    void accentNext() {
        accentNext = true;
    }

    /** Adds a note, chord or rest behind all others. */
    public void add(Sound sound, Place place) throws MalformedAbcException {
        settle();
        rhythm.shape(sound);
        if (time + sound.length() > FineTime.MAX_TIME) {
            throw place.malformed(
                    "a voice must end within " + FineTime.MAX_TIME / FineTime.QUARTER + " quarters, but did not");
        }
        if (!sound.isRest() && !graceNotes.isEmpty()) {
            sound.grace(graceNotes);
            graceNotes.clear();
        }
        sounding = sound;
        justSelected = false;
        accentNext &= sound.isRest();
    }

    /** Says that nothing will change the last sound any more. */
    public void settle() {
        if (sounding == null) {
            return;
        }
        Sound sound = sounding;
        sounding = null;
        accidentals.forgetTies();
        if (!sound.isRest()) {
            write(sound);
        }
        time += sound.length();
    }

    private void write(Sound sound) {
        List<Tone> graces = sound.graceNotes();
        for (int slot = 0; slot < graces.size(); slot++) {
            notes.add(ScoreNote.grace(time, sound.velocity(), graces.get(slot), slot, graces.size()));
        }
        for (Tone tone : sound.tones()) {
            notes.add(ScoreNote.of(time, sound.velocity(), tone));
            if (tone.tied()) {
                accidentals.tie(tone.written(), tone.alteration());
            }
        }
        if (overlaidEnd < 0) {
            sungNotes.add(new SungNote(time, barLines.count()));
        }
    }

    /** Ends a bar. */
    public void bar(BarSign sign, Set<Integer> endings, Place place) throws MalformedAbcException {
        settle();
        rhythm.endBar(place);
        accidentals.endBar();
        if (overlaidBars > 1) {
            overlaidBars--;
            return;
        }
        endOverlay(place);
        barLines.add(BarMark.of(time, sign, endings, place), settings.meter);
        for (Jump jump : waitingJumps) {
            jumps.add(new Jump(jump.kind(), time, jump.place()));
        }
        waitingJumps.clear();
        justSelected = false;
    }

    /** Begins a variant ending where no bar line stands. */
    public void ending(Set<Integer> numbers, Place place) throws MalformedAbcException {
        settle();
        barLines.addEnding(time, numbers, place);
    }

    /** Rests for whole bars. */
    public void restBars(int bars, Place place) throws MalformedAbcException {
        settle();
        long length = settings.meter.isFree() ? FineTime.WHOLE : settings.meter.barLength();
        for (int bar = 0; bar < bars; bar++) {
            if (bar > 0) {
                bar(BarSign.PLAIN, Set.of(), place);
            }
            add(Sound.rest(place, length), place);
            settle();
        }
    }

    /** Goes back to the start of this bar, or of one of those before it, to play something else at the same time. */
    public void overlay(int bars, Place place) throws MalformedAbcException {
        settle();
        rhythm.endBar(place);
        accidentals.endBar();
        accidentals.forgetTies();
        overlaidEnd = Math.max(overlaidEnd, time);
        time = barLines.barStart(bars - 1);
        overlaidBars = bars;
    }

    private void endOverlay(Place place) throws MalformedAbcException {
        if (overlaidEnd >= 0 && overlaidEnd != time) {
            problems.repaired(
                    place,
                    "what stands behind & must end at quarter " + FineTime.inQuarters(overlaidEnd) + ", but ended at "
                            + FineTime.inQuarters(time),
                    "the bar lasts as long as the longer");
        }
        time = Math.max(time, overlaidEnd);
        overlaidEnd = -1;
        overlaidBars = 0;
    }

    void jump(Jump.Kind kind, Place place) {
        settle();
        Jump jump = new Jump(kind, time, place);
        (kind.waitsForBarLine() ? waitingJumps : jumps).add(jump);
    }

    /** Says which line of music is read: syllables stand under the last one in which the voice plays. */
    public void enterLine(int number) {
        if (number == line) {
            return;
        }
        settle();
        line = number;
        lineStart = sungNotes.size();
        verses = 0;
    }

    /** Counts the lines of words under the last line of music, from 0. */
    public int nextVerse() {
        return verses++;
    }

    /** The notes of the last line of music that syllables may stand under. */
    public List<SungNote> sungLine() {
        settle();
        return sungNotes.subList(lineStart, sungNotes.size());
    }

    /** Says that the tune is over. */
    public void end(Place place) throws MalformedAbcException {
        settle();
        rhythm.endBar(place);
        rhythm.endTuplet(place);
        endOverlay(place);
        for (Jump jump : waitingJumps) {
            jumps.add(new Jump(jump.kind(), time, jump.place()));
        }
        waitingJumps.clear();
        if (!graceNotes.isEmpty()) {
            problems.repaired(place, "grace notes without a main note", "left out");
        }
    }
}
