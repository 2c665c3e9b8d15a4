package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the notes of a roll.
 *
 * <p>A note starts at an onset, which sounds even where the frames are silent, and, unless struck notes alone are wanted, where
 * sound follows silence or the beginning of the roll. It ends with the sound, at the next onset of its pitch, or with the roll.
 *
 * @param minimumSteps shorter notes are left out
 * @param velocity the velocity of all notes, 1 to 127, where the roll has none
 * @param struckOnly whether sound that no onset begins is left out: the end of a note from before a window, or the doubtful
 *     frames of a network that predicts onsets too
 */
public record RollReader(int minimumSteps, int velocity, boolean struckOnly) {
    /** Every note, at velocity 100 where the roll has none. */
    public static final RollReader DEFAULT = new RollReader(1, 100, false);

    private static final int MAX_VELOCITY = 127;

    /** Checks the numbers. */
    public RollReader {
        if (minimumSteps < 1) {
            throw new IllegalArgumentException("minimum length must be 1 step or more, but was " + minimumSteps);
        }
        if (velocity < 1 || velocity > MAX_VELOCITY) {
            throw new IllegalArgumentException("velocity must be 1.." + MAX_VELOCITY + ", but was " + velocity);
        }
    }

    /**
     * The same rules with another minimum.
     *
     * @param steps shorter notes are left out
     * @return the reader
     */
    public RollReader withMinimumSteps(int steps) {
        return new RollReader(steps, velocity, struckOnly);
    }

    /**
     * The same rules with another velocity.
     *
     * @param newVelocity the velocity of all notes where the roll has none
     * @return the reader
     */
    public RollReader withVelocity(int newVelocity) {
        return new RollReader(minimumSteps, newVelocity, struckOnly);
    }

    /**
     * The same rules, but sound that no onset begins is left out.
     *
     * @return the reader
     */
    public RollReader withStruckOnly() {
        return new RollReader(minimumSteps, velocity, true);
    }

    /**
     * The notes of a roll.
     *
     * @param roll the roll
     * @return the notes in their natural order
     */
    public List<QuantizedNote> read(PianoRoll roll) {
        List<QuantizedNote> notes = new ArrayList<>();
        for (int pitch = roll.range().lowest(); pitch <= roll.range().highest(); pitch++) {
            readPitch(roll, pitch, notes);
        }
        return notes.stream().sorted().toList();
    }

    private void readPitch(PianoRoll roll, int pitch, List<QuantizedNote> notes) {
        int step = 0;
        while (step < roll.steps()) {
            int end = step + 1;
            if (startsAt(roll, step, pitch)) {
                end = endOf(roll, step, pitch);
                if (end - step >= minimumSteps) {
                    notes.add(new QuantizedNote(pitch, velocityAt(roll, step, pitch), step, end));
                }
            }
            step = end;
        }
    }

    /** Asked only where no note sounds: any sound there follows silence, or the beginning of the roll. */
    private boolean startsAt(PianoRoll roll, int step, int pitch) {
        return roll.onsets().get(step, pitch) || (!struckOnly && roll.frames().get(step, pitch));
    }

    private static int endOf(PianoRoll roll, int start, int pitch) {
        int end = start + 1;
        while (end < roll.steps()
                && roll.frames().get(end, pitch)
                && !roll.onsets().get(end, pitch)) {
            end++;
        }
        return end;
    }

    private int velocityAt(PianoRoll roll, int step, int pitch) {
        return roll.velocities()
                .map(velocities -> velocities.velocity(step, pitch))
                .orElse(velocity);
    }
}
