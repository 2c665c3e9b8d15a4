package io.github.musicgen.midi.abc.reading;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.NoteLength;
import io.github.musicgen.midi.abc.tune.StaffNote;
import io.github.musicgen.midi.abc.tune.Tone;
import io.github.musicgen.midi.abc.tune.Voice;
import io.github.musicgen.midi.abc.tune.VoiceSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads notes: single ones, and those of chords and grace notes. */
final class ToneParser {
    private static final int MAX_PITCH = 127;

    private final SignParser signs;
    private final Problems problems;

    ToneParser(SignParser signs, Problems problems) {
        this.signs = signs;
        this.problems = problems;
    }

    /** Reads a note with its length; null if there is only an accidental. */
    @Nullable
    Tone tone(Cursor cursor, Voice voice) throws MalformedAbcException {
        Place place = cursor.place();
        StaffNote written = StaffNote.read(cursor, problems);
        if (written == null) {
            return null;
        }
        VoiceSettings settings = voice.settings;
        long length = NoteLength.read(cursor, problems).of(settings.unitNote, place);
        int alteration = voice.accidentals.alteration(written, settings.key, settings.accidentalRule);
        return new Tone(written, alteration, written.pitch(alteration) + settings.semitones(), length, false);
    }

    /** Reads notes up to a closing bracket. */
    List<Tone> tonesUntil(char end, Cursor cursor, Voice voice, String what) throws MalformedAbcException {
        Place start = cursor.place();
        cursor.next();
        List<Tone> tones = new ArrayList<>();
        while (!cursor.accept(end)) {
            if (cursor.atEnd() || cursor.peek() == '|') {
                problems.repaired(start, what + " not closed", "closed before " + cursor.place());
                return tones;
            }
            Tone tone = StaffNote.startsAt(cursor) ? tone(cursor, voice) : signBetween(cursor, voice);
            if (tone != null) {
                tones.add(cursor.accept('-') ? tone.withTie() : tone);
            }
        }
        return tones;
    }

    /** Reads what may stand between the notes of a chord; never a note. */
    private @Nullable Tone signBetween(Cursor cursor, Voice voice) throws MalformedAbcException {
        switch (cursor.peek()) {
            case '!', '+' -> signs.decoration(cursor, voice);
            case '"' -> signs.quoted(cursor, voice);
            case '[', ']', '{', '}', '/', '(', ')', '-', '<', '>', ' ', '\t', '`' -> cursor.next();
            case 'z', 'x' -> {
                cursor.next();
                NoteLength.read(cursor, problems);
            }
            default -> signs.symbol(cursor, voice);
        }
        return null;
    }

    /** Leaves out the notes that no MIDI pitch can say. */
    List<Tone> playable(List<Tone> tones, Place place) throws MalformedAbcException {
        List<Tone> playable = new ArrayList<>(tones.size());
        for (Tone tone : tones) {
            if (tone.pitch() >= 0 && tone.pitch() <= MAX_PITCH) {
                playable.add(tone);
            } else {
                problems.repaired(
                        place, "pitch must be 0.." + MAX_PITCH + ", but was " + tone.pitch(), "the note is left out");
            }
        }
        return playable;
    }
}
