package io.github.musicgen.api;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/**
 * How much notes are held over stronger places than those at which they are struck, in the manner of Longuet-Higgins and Lee: a place in
 * a bar is as strong as its number can be halved, the first place stronger than all.
 */
final class Syncopation {
    private Syncopation() {}

    /** The sum over all notes. */
    static int of(Melody melody) {
        int sum = 0;
        int struck = Integer.MAX_VALUE; // the strength of the place of the last note; nothing is stronger than none
        int over = 0; // that of the strongest place it is held over
        for (int step = 0; step < melody.length(); step++) {
            int event = melody.event(step);
            if (event == Melody.NO_EVENT) {
                over = Math.max(over, strength(melody, step));
                continue;
            }
            sum += Math.max(0, over - struck);
            // After a note-off nothing is held over anything.
            struck = event >= Pitch.MIN ? strength(melody, step) : Integer.MAX_VALUE;
            over = 0;
        }
        return sum + Math.max(0, over - struck);
    }

    private static int strength(Melody melody, int step) {
        int place = (melody.startStep() + step) % melody.stepsPerBar();
        return Integer.numberOfTrailingZeros(place == 0 ? Integer.highestOneBit(melody.stepsPerBar()) : place);
    }
}
