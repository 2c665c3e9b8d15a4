package io.github.musicgen.midi.abc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lines of music, sign by sign, into the voice that is being written. */
final class MusicParser {
    private static final int MAX_REST_BARS = 10_000;
    private static final int LONGEST_DECORATION = 32;
    private static final Pattern CHORD_SYMBOL = Pattern.compile("\\(?[A-G][#b=\u266D\u266E\u266F]?"
            + "(?:maj|min|dim|aug|sus|add|alt|omit|no|M|m|ma|mi|o|\u00B0|\u00F8|\u0394|[-+#b^\u266D\u266F(),]|\\d)*"
            + "(?:/[A-Ga-g][#b=\u266D\u266E\u266F]?)?\\)?|[Nn]\\.?[Cc]\\.?");

    private final Score score;
    private final BodyFields fields;
    private final Map<Character, String> symbols;
    private final Problems problems;
    private final Budget budget;
    private int lineNumber;

    MusicParser(Score score, BodyFields fields, Map<Character, String> symbols, Problems problems, Budget budget) {
        this.score = score;
        this.fields = fields;
        this.symbols = symbols;
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
            case '"' -> quoted(cursor);
            case '!', '+' -> decoration(cursor);
            case '&' -> overlay(cursor);
            case 'y' -> spacer(cursor);
            default -> symbol(cursor);
        }
    }

    private void note(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        voice().settle();
        Tone tone = tone(cursor, voice().settings.unitNote);
        if (tone != null) {
            sound(List.of(tone), tone.length(), place);
        }
    }

    /** Reads a note with its length; null if it can't be played. */
    private @Nullable Tone tone(Cursor cursor, long unit) throws MalformedAbcException {
        Place place = cursor.place();
        Voice voice = voice();
        StaffNote written = StaffNote.read(cursor, problems);
        if (written == null) {
            return null;
        }
        long length = NoteLength.read(cursor, problems).of(unit, place);
        int alteration =
                voice.accidentals.alteration(written, voice.settings.key, voice.settings.accidentalRule);
        return new Tone(written, alteration, written.pitch(alteration) + voice.settings.semitones(), length, false);
    }

    /** Adds a sound to the voice, without the notes that no MIDI pitch can say. */
    private void sound(List<Tone> tones, long length, Place place) throws MalformedAbcException {
        List<Tone> playable = new ArrayList<>();
        for (Tone tone : tones) {
            if (tone.pitch() >= 0 && tone.pitch() <= 127) {
                playable.add(tone);
            } else {
                problems.repaired(place, "pitch must be 0..127, but was " + tone.pitch(), "the note is left out");
            }
        }
        voice().add(new Sound(place, playable, voice().velocity(), length), place);
    }

    private void rest(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        long length = NoteLength.read(cursor, problems).of(voice().settings.unitNote, place);
        voice().add(new Sound(place, List.of(), 1, length), place);
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
            problems.skipped(place, "ending without a number; skipped");
        } else {
            chord(cursor);
        }
    }

    private void inlineField(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        char letter = cursor.peek(1);
        cursor.skip(3);
        cursor.skipSpaces();
        int length = cursor.distanceTo(']');
        Place valuePlace = cursor.place();
        if (length < 0) {
            problems.repaired(place, "field in brackets is not closed", "closed at the end of the line");
            fields.inline(new Field(letter, cursor.rest().strip(), valuePlace));
        } else {
            fields.inline(new Field(letter, cursor.take(length).strip(), valuePlace));
            cursor.next();
        }
    }

    private void chord(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        voice().settle();
        List<Tone> tones = tonesUntil(']', cursor, "chord", place);
        if (tones.isEmpty()) {
            problems.repaired(place, "chord without notes", "skipped");
            return;
        }
        NoteLength times = NoteLength.read(cursor, problems);
        List<Tone> longer = new ArrayList<>();
        for (Tone tone : tones) {
            longer.add(tone.withLength(times.of(tone.length(), place)));
        }
        sound(longer, longer.get(0).length(), place);
    }

    /** Reads the notes of a chord or of grace notes. */
    private List<Tone> tonesUntil(char end, Cursor cursor, String what, Place start) throws MalformedAbcException {
        List<Tone> tones = new ArrayList<>();
        while (!cursor.accept(end)) {
            if (cursor.atEnd() || cursor.peek() == '|') {
                problems.repaired(start, what + " is not closed", "closed before " + cursor.place());
                return tones;
            }
            if (StaffNote.startsAt(cursor)) {
                Tone tone = tone(cursor, voice().settings.unitNote);
                if (tone != null) {
                    tones.add(cursor.accept('-') ? tone.withTie() : tone);
                }
            } else {
                signWithin(cursor);
            }
        }
        return tones;
    }

    /** What may stand between the notes of a chord or grace notes. */
    private void signWithin(Cursor cursor) throws MalformedAbcException {
        switch (cursor.peek()) {
            case '!', '+' -> decoration(cursor);
            case '"' -> quoted(cursor);
            case '[', ']', '{', '}', '/', '(', ')', '-', '<', '>', ' ', '\t', '`' -> cursor.next();
            case 'z', 'x' -> {
                cursor.next();
                NoteLength.read(cursor, problems);
            }
            default -> symbol(cursor);
        }
    }

    private void graceNotes(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        for (Tone tone : tonesUntil('}', cursor, "grace notes", place)) {
            if (tone.pitch() >= 0 && tone.pitch() <= 127) {
                voice().graceNotes.add(List.of(tone));
            } else {
                problems.repaired(place, "pitch must be 0..127, but was " + tone.pitch(), "the note is left out");
            }
        }
    }

    private void tupletOrSlur(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        if (cursor.atDigit()) {
            Tuplet tuplet = Tuplet.read(cursor, voice().settings.meter, place, problems);
            if (tuplet != null) {
                voice().settle();
                voice().rhythm.startTuplet(tuplet.notes(), tuplet.time(), tuplet.sounds(), place);
            }
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

    private void quoted(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        cursor.next();
        int length = cursor.distanceTo('"');
        if (length < 0) {
            problems.repaired(place, "text in quotes is not closed", "skipped up to the end of the line");
            cursor.rest();
            return;
        }
        String text = cursor.take(length).strip();
        cursor.next();
        if (CHORD_SYMBOL.matcher(text).matches()) {
            score.chordSymbols.putIfAbsent(voice().time(), text);
        }
    }

    private void decoration(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        char sign = cursor.next();
        int length = cursor.distanceTo(sign);
        String name = length > 0 && length <= LONGEST_DECORATION ? cursor.peekText(length) : "";
        if (sign == '!' ? name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf('|') >= 0 : !Decorations.isKnown(name)) {
            problems.skipped(place, sign + " without the name of a decoration; skipped");
            return;
        }
        cursor.skip(length + 1);
        decorate(name, place);
    }

    private void decorate(String name, Place place) throws MalformedAbcException {
        if (!Decorations.apply(name, voice(), place)) {
            problems.skipped(place, "decoration " + name + "; skipped");
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

    private void symbol(Cursor cursor) throws MalformedAbcException {
        Place place = cursor.place();
        char sign = cursor.next();
        String name = symbols.get(sign);
        if (name != null) {
            decorate(name, place);
        } else if (!Character.isWhitespace(sign)) {
            problems.repaired(place, "sign " + sign + " means nothing in music", "skipped");
        }
    }
}
