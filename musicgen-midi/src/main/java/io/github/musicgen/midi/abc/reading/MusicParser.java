package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Budget;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.BarSign;
import io.github.musicgen.midi.abc.tune.NoteLength;
import io.github.musicgen.midi.abc.tune.Sound;
import io.github.musicgen.midi.abc.tune.StaffNote;
import io.github.musicgen.midi.abc.tune.Tone;
import io.github.musicgen.midi.abc.tune.Tuplet;
import io.github.musicgen.midi.abc.tune.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads lines of music, sign by sign, into the voice that is being written. */
final class MusicParser {
    private static final int MAX_REST_BARS = 10_000;

    private final BodyFields fields;
    private final SignParser signs;
    private final ToneParser tones;
    private final Problems problems;
    private final Budget budget;
    private int lineNumber;

    MusicParser(BodyFields fields, SignParser signs, Problems problems, Budget budget) {
        this.fields = fields;
        this.signs = signs;
        this.tones = new ToneParser(signs, problems);
        this.problems = problems;
        this.budget = budget;
    }

    /** Reads a line, which goes on with the line before if that ended in a backslash. */
    void line(Cursor cursor, boolean continued) throws MalformedAbcException {
        lineNumber += continued ? 0 : 1;
        while (!cursor.atEnd()) {
            sign(cursor);
        }
    }

    private Voice voice() throws MalformedAbcException {
        Voice voice = fields.current();
        voice.enterLine(lineNumber);
        return voice;
    }

    private void sign(Cursor cursor) throws MalformedAbcException {
        if (StaffNote.startsAt(cursor)) {
            note(cursor);
        } else if (BarSign.startsAt(cursor)) {
            bar(cursor);
        } else {
            otherSign(cursor);
        }
    }

    private void otherSign(Cursor cursor) throws MalformedAbcException {
        switch (cursor.peek()) {
            case ' ', '\t', '`', '\\', '$', ')' -> cursor.next();
            case 'z', 'x' -> rest(cursor);
            case 'Z', 'X' -> restBars(cursor);
            case '[' -> bracket(cursor);
            case '{' -> graceNotes(cursor);
            case '(' -> tupletOrSlur(cursor);
            case '<', '>' -> brokenRhythm(cursor);
            case '-' -> tie(cursor);
            case '"' -> signs.quoted(cursor, voice());
            case '!', '+' -> signs.decoration(cursor, voice());
            case '&' -> overlay(cursor);
            case 'y' -> spacer(cursor);
            default -> signs.symbol(cursor, voice());
        }
    }

    private void note(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        Voice voice = voice();
        voice.settle();
        Tone tone = tones.tone(cursor, voice);
        if (tone != null) {
            voice.add(new Sound(place, tones.playable(List.of(tone), place), voice.velocity(), tone.length()), place);
        }
    }

    private void chord(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        Voice voice = voice();
        voice.settle();
        List<Tone> notes = tones.tonesUntil(']', cursor, voice, "chord");
        if (notes.isEmpty()) {
            problems.repaired(place, "chord without notes", "skipped");
            return;
        }
        NoteLength times = NoteLength.read(cursor, problems);
        List<Tone> longer = new ArrayList<>(notes.size());
        for (Tone note : notes) {
            longer.add(note.withLength(times.of(note.length(), place)));
        }
        long length = longer.get(0).length();
        voice.add(new Sound(place, tones.playable(longer, place), voice.velocity(), length), place);
    }

    private void graceNotes(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        Voice voice = voice();
        for (Tone note : tones.playable(tones.tonesUntil('}', cursor, voice, "grace notes"), place)) {
            voice.graceNotes.add(note);
        }
    }

    private void rest(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        Voice voice = voice();
        cursor.next();
        voice.add(Sound.rest(place, NoteLength.read(cursor, problems).of(voice.settings.unitNote, place)), place);
    }

    private void restBars(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        int bars = cursor.atDigit() ? cursor.number("bars of a rest", MAX_REST_BARS) : 1;
        if (bars == 0) {
            problems.repaired(place, "a rest must be 1.." + MAX_REST_BARS + " bars long, but was 0", "skipped");
        }
        budget.spend(bars, "rests", place);
        voice().restBars(bars, place);
    }

    private void bar(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        BarSign sign = BarSign.read(cursor);
        Set<Integer> endings = BarSign.endingStartsAt(cursor) ? BarSign.readEnding(cursor, problems) : Set.of();
        voice().bar(sign, endings, place);
    }

    private void bracket(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        if (BarSign.endingStartsAt(cursor)) {
            voice().ending(BarSign.readEnding(cursor, problems), place);
        } else if (cursor.peek(2) == ':' && Character.isLetter(cursor.peek(1))) {
            inlineField(cursor);
        } else if (cursor.peek(1) == '"') {
            cursor.next();
            problems.skipped(place, "ending without a number");
        } else {
            chord(cursor);
        }
    }

    private void inlineField(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        char letter = cursor.peek(1);
        cursor.skip(3);
        cursor.skipSpaces();
        Place valuePlace = cursor.place();
        int length = cursor.distanceTo(']');
        if (length < 0) {
            problems.repaired(place, "field in brackets not closed", "closed at the end of the line");
        }
        String value = length < 0 ? cursor.rest() : cursor.take(length);
        cursor.accept(']');
        fields.inline(new Field(letter, value.strip(), valuePlace));
    }

    private void tupletOrSlur(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        if (!cursor.atDigit()) {
            return;
        }
        Voice voice = voice();
        Tuplet tuplet = Tuplet.read(cursor, voice.settings.meter, place, problems);
        if (tuplet != null) {
            voice.rhythm.startTuplet(tuplet, place);
        }
    }

    private void brokenRhythm(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        char sign = cursor.next();
        int signs = 1;
        while (cursor.accept(sign)) {
            signs++;
        }
        Sound before = voice().sounding();
        if (before == null) {
            problems.repaired(place, "broken rhythm without a first note", "skipped");
        } else {
            voice().rhythm.breakAfter(before, signs, sign == '>', place);
        }
    }

    private void tie(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        Sound before = voice().sounding();
        if (before == null || before.isRest()) {
            problems.repaired(place, "tie without a first note", "skipped");
        } else {
            before.tie();
        }
    }

    private void overlay(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        int bars = 0;
        while (cursor.accept('&')) {
            bars++;
        }
        voice().overlay(bars, place);
    }

    private void spacer(Cursor cursor) throws MalformedAbcException {
        cursor.next();
        NoteLength.read(cursor, problems);
    }
}
