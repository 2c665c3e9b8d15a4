package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.text.TextEscapes;
import io.github.musicgen.midi.abc.tune.SungNote;
import io.github.musicgen.midi.abc.tune.Voice;
import java.util.List;

/** Aligns a field {@code w:} with the notes of the line of music before it. */
final class LyricLine {
    private static final String ENDS_OF_SYLLABLES = " \t-_*|";

    private final Cursor cursor;
    private final List<SungNote> notes;
    private int next;
    private int bar;

    private LyricLine(Cursor cursor, List<SungNote> notes) {
        this.cursor = cursor;
        this.notes = notes;
        this.bar = notes.isEmpty() ? 0 : notes.get(0).bar();
    }

    static void align(Field field, Voice voice, Problems problems) {
        if (voice.nextVerse() >= Voice.MAX_VERSES) {
            problems.skipped(field.place(), "verse beyond the first " + Voice.MAX_VERSES + "");
            return;
        }
        LyricLine line = new LyricLine(field.cursor(), voice.sungLine());
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
        while (next < notes.size()) {
            skipNote();
        }
    }

    private void part() {
        switch (cursor.peek()) {
            case '-', '_', '*' -> {
                cursor.next();
                skipNote();
            }
            case '|' -> {
                cursor.next();
                toNextBar();
            }
            default -> sing(syllable());
        }
    }

    private void skipNote() {
        sing("");
    }

    private void sing(String syllable) {
        SungNote note = notes.get(next++);
        bar = note.bar();
        note.sing(syllable);
    }

    private void toNextBar() {
        bar++;
        while (next < notes.size() && notes.get(next).bar() < bar) {
            notes.get(next++).sing("");
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
