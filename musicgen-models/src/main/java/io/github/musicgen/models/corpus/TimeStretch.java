package io.github.musicgen.models.corpus;

import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lets every note and every rest last longer or shorter: half as fast is {@code new TimeStretch(2, 1)}.
 *
 * @param times what each duration is multiplied by, 1 to 16
 * @param over what it is then divided by, 1 to 16
 */
public record TimeStretch(int times, int over) {
    private static final int MAX = 16;

    /** Checks both numbers. */
    public TimeStretch {
        if (times < 1 || times > MAX || over < 1 || over > MAX) {
            throw new IllegalArgumentException(
                    "a stretch must be times 1.." + MAX + " over 1.." + MAX + ", but was " + times + " over " + over);
        }
    }

    /**
     * Stretches a melody. Its bars are as long as they were.
     *
     * @param melody the melody
     * @return the melody that comes of it, if all notes begin and end on steps and it does not become too long
     */
    public Optional<Melody> apply(Melody melody) {
        long length = (long) melody.length() * times / over;
        if (length > Melody.MAX_LENGTH || (long) melody.length() * times % over != 0) {
            return Optional.empty();
        }
        int[] events = new int[(int) length];
        Arrays.fill(events, Melody.NO_EVENT);
        for (int step = 0; step < melody.length(); step++) {
            if (melody.event(step) != Melody.NO_EVENT) {
                long moved = (long) step * times;
                if (moved % over != 0) {
                    return Optional.empty();
                }
                events[(int) (moved / over)] = melody.event(step);
            }
        }
        return Optional.of(Melody.of(events).withMeter(melody.stepsPerBar(), melody.stepsPerQuarter()));
    }
}
