package io.github.musicgen.examples.cli.jam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The keys of a computer as those of a piano, as sequencers lay them out: the middle row is white, the row above it black, {@code a}
 * is C; {@code z} and {@code x} go an octave down and up.
 */
final class PianoKeys {
    /** Says which keys there are. */
    static final String LEGEND = """
             w e   t y u   o p        black keys
            a s d f g h j k l ;       white keys, from C
            z  x                      an octave lower, higher""";

    private static final String KEYS = "awsedftgyhujkolp;"; // from C on, in semitones
    private static final int MIDDLE_C = 60;
    private static final int OCTAVE = 12;
    private static final int MOST_OCTAVES = 3;

    private int octaves;

    /** The pitch of a key, if it is one that sounds; keys that shift do so. */
    OptionalInt pitch(int key) {
        int lower = Character.toLowerCase(key);
        if (lower == 'z') {
            octaves = Math.max(-MOST_OCTAVES, octaves - 1);
        } else if (lower == 'x') {
            octaves = Math.min(MOST_OCTAVES, octaves + 1);
        }
        int semitones = KEYS.indexOf(lower);
        return semitones < 0 ? OptionalInt.empty() : OptionalInt.of(MIDDLE_C + octaves * OCTAVE + semitones);
    }

    /**
     * Reads a line as a call: each key is an eighth note, a blank or a dot an eighth rest, and a hyphen makes the note before it an
     * eighth longer.
     *
     * @param line without its end; rests around it mean nothing
     * @param stepsPerQuarter of the model
     * @return the notes, the first one in step 0; none if the line holds none
     */
    List<StepNote> notes(String line, int stepsPerQuarter) {
        int eighth = Math.max(1, stepsPerQuarter / 2);
        List<StepNote> notes = new ArrayList<>();
        int step = 0;
        for (int i = 0; i < line.length(); i++) {
            char key = line.charAt(i);
            OptionalInt pitch = pitch(key);
            if (pitch.isPresent()) {
                notes.add(new StepNote(pitch.getAsInt(), StepNote.VELOCITY, step, step + eighth));
            } else if (key == '-' && !notes.isEmpty()) {
                StepNote last = notes.remove(notes.size() - 1);
                notes.add(new StepNote(last.pitch(), last.velocity(), last.start(), step + eighth));
            } else if ("zxZX".indexOf(key) >= 0) {
                continue;
            } else if (key != ' ' && key != '.' && key != '\t') {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "column %d: '%c' is no key; notes are %s, rests are blanks or dots, - makes a note longer, z and x "
                                + "change the octave",
                        i + 1,
                        Character.isISOControl(key) ? '?' : key,
                        KEYS));
            }
            if (!notes.isEmpty()) {
                step += eighth;
            }
        }
        return notes;
    }
}
