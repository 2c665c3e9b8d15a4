package io.github.musicgen.midi.abc;

import java.util.List;

/** Aligns a field {@code w:} with the notes of the line of music before it. */
final class LyricLine {
    private static final String ENDS_OF_SYLLABLES = " \t-_*|";

    private final Cursor cursor;
    private final List<SungNote> notes;
    private final int verse;
    private int next;
    private int bar;

    private LyricLine(Cursor cursor, List<SungNote> notes, int verse) {
        this.cursor = cursor;
        this.notes = notes;
        this.verse = verse;
        this.bar = notes.isEmpty() ? 0 : notes.get(0).bar();
    }

    static void align(Field field, Voice voice, Problems problems) {
        int verse = voice.nextVerse();
        if (verse >= Voice.MAX_VERSES) {
            problems.skipped(field.place(), "verse beyond the first " + Voice.MAX_VERSES + "");
            return;
        }
        LyricLine line = new LyricLine(field.cursor(), voice.sungLine(), verse);
        line.align();
        line.cursor.skipSpaces();
        if (!line.cursor.atEnd()) {
            problems.skipped(line.cursor.place(), "more syllables than notes");
        }
    }

    private void align() {
        cursor.skipSpaces();
        while (!cursor.atEnd() && next < notes.size()) {
            part();
            cursor.skipSpaces();
        }
    }

    private void part() {
        switch (cursor.peek()) {
            case '-', '_', '*' -> {
                cursor.next();
                nextNote();
            }
            case '|' -> {
                cursor.next();
                toNextBar();
            }
            default -> nextNote().sing(verse, syllable());
        }
    }

    private SungNote nextNote() {
        SungNote note = notes.get(next++);
        bar = note.bar();
        return note;
    }

    private void toNextBar() {
        bar++;
        while (next < notes.size() && notes.get(next).bar() < bar) {
            next++;
        }
    }

    /** Reads up to the end of the syllable; a hyphen that goes on within the word stays at its end. */
    private String syllable() {
        StringBuilder syllable = new StringBuilder();
        while (!cursor.atEnd() && ENDS_OF_SYLLABLES.indexOf(cursor.peek()) < 0) {
            char character = cursor.next();
            if (character == '\\' && cursor.accept('-')) {
                syllable.append('-');
            } else if (character == '\\' && !cursor.atEnd()) {
                syllable.append(character).append(cursor.next());
            } else {
                syllable.append(character == '~' ? ' ' : character);
            }
        }
        if (cursor.accept('-')) {
            syllable.append('-');
        }
        return TextEscapes.decoded(syllable.toString());
    }
}
