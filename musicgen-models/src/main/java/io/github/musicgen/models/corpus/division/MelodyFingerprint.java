package io.github.musicgen.models.corpus.division;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * What makes a melody that melody: its intervals and its rhythm. Two melodies have the same fingerprint if they differ only in
 * key, in the octaves of notes, in where a bar or the piece begins, in silence around them, and in how long the last note is held.
 */
public final class MelodyFingerprint {
    private static final int LOW_BITS = 7;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private int previous = -1; // the pitch of the last note
    private int onset; // where it began
    private int end; // where it ended, if a note-off said so

    private MelodyFingerprint() {}

    /**
     * Computes it.
     *
     * @param melody the melody
     * @return SHA-256 in 64 hexadecimal digits
     */
    public static String of(Melody melody) {
        MelodyFingerprint fingerprint = new MelodyFingerprint();
        for (int step = 0; step < melody.length(); step++) {
            fingerprint.add(step, melody.event(step));
        }
        return HexFormat.of().formatHex(Digests.sha256().digest(fingerprint.content.toByteArray()));
    }

    private void add(int step, int event) {
        if (event == Melody.NOTE_OFF) {
            end = step;
        } else if (event >= Pitch.MIN) {
            if (previous >= Pitch.MIN) {
                content.write(Math.floorMod(event - previous, Pitch.PER_OCTAVE));
                write((end > onset ? end : step) - onset);
                write(step - onset);
            }
            previous = event;
            onset = step;
            end = step;
        }
    }

    /** Seven bits a byte, the last of which has the eighth clear. */
    private void write(int steps) {
        int rest = steps;
        while (rest >= 1 << LOW_BITS) {
            content.write(rest | 1 << LOW_BITS);
            rest >>>= LOW_BITS;
        }
        content.write(rest);
    }
}
