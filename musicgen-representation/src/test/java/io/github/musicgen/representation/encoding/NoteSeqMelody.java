package io.github.musicgen.representation.encoding;

import static io.github.musicgen.representation.melody.Melody.NOTE_OFF;
import static io.github.musicgen.representation.melody.Melody.NO_EVENT;

import java.util.Arrays;

/** The melody of 36 steps that note-seq tests its encodings with. */
final class NoteSeqMelody {
    private NoteSeqMelody() {}

    /** Over three octaves from a pitch up. */
    static int[] from(int minPitch) {
        return from(minPitch, minPitch + 36);
    }

    /** Over the whole of a range: its two lowest and its two highest pitches. */
    static int[] from(int minPitch, int maxPitch) {
        int[] events = new int[36];
        Arrays.fill(events, NO_EVENT);
        events[0] = minPitch;
        events[2] = minPitch + 1;
        events[3] = maxPitch - 1;
        events[4] = NOTE_OFF;
        events[16] = minPitch;
        events[17] = NOTE_OFF;
        events[32] = minPitch;
        events[33] = NOTE_OFF;
        events[34] = minPitch + 1;
        events[35] = maxPitch - 2;
        return events;
    }
}
