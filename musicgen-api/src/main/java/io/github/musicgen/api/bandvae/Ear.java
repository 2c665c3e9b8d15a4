package io.github.musicgen.api.bandvae;

import static io.github.musicgen.api.bandvae.HeardSteps.PITCH_CLASSES;

import java.util.Arrays;

/**
 * How what an instrument hears at a step changes what it is likely to play there. Immutable.
 *
 * <p>Of pitches, intervals count alone: so what was learned in one key holds in all, and what was learned of one instrument for all of
 * them. Each pitch class that others sound or start adds to the scores of all pitches, by the interval from it up to them. Each drum
 * has scores of its own for steps at which others sound or start.
 */
public final class Ear {
    /** Rows of what pitches add: others that sound to sounding, others that start to sounding, others that start to starting. */
    public static final int PITCH_ROWS = 3;

    /** What rhythm adds: others that start to sounding, others that start to starting, others that sound to starting. */
    public static final int RHYTHMS = 3;

    /** Rows of what drums add to sounding: others that start, others that sound. */
    public static final int DRUM_ROWS = 2;

    private final BandInstrument listener;
    private final float[] pitches; // [PITCH_ROWS * PITCH_CLASSES]; for drums [DRUM_ROWS * columns]
    private final float[] rhythm; // [RHYTHMS]; empty for drums

    private Ear(BandInstrument listener, float[] pitches, float[] rhythm) {
        this.listener = listener;
        this.pitches = pitches;
        this.rhythm = rhythm;
    }

    /**
     * The ear of an instrument that plays pitches.
     *
     * @param listener who hears
     * @param pitches what intervals add // [PITCH_ROWS * 12]
     * @param rhythm what rhythm adds // [RHYTHMS]
     * @return the ear
     */
    public static Ear ofPitches(BandInstrument listener, float[] pitches, float... rhythm) {
        require("what intervals add", pitches.length, PITCH_ROWS * PITCH_CLASSES);
        require("what rhythm adds", rhythm.length, RHYTHMS);
        return new Ear(listener, pitches.clone(), rhythm.clone());
    }

    /**
     * The ear of drums.
     *
     * @param listener who hears
     * @param drums what is added for each of its columns // [DRUM_ROWS * columns]
     * @return the ear
     */
    public static Ear ofDrums(BandInstrument listener, float... drums) {
        require("what drums add", drums.length, DRUM_ROWS * listener.columns());
        return new Ear(listener, drums.clone(), new float[0]);
    }

    private static void require(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(what + " must be " + expected + " numbers, but was " + found);
        }
    }

    /**
     * Adds what is heard to what a decoder expects.
     *
     * @param heard what others play
     * @param scores of the decoder, which are changed // [steps * columns][planes]
     * @throws IllegalArgumentException if what is heard is longer or shorter
     */
    public void listen(HeardSteps heard, float[][] scores) {
        int steps = scores.length / listener.columns();
        if (heard.steps() != steps) {
            throw new IllegalArgumentException("what the " + listener.name() + " hears must be " + steps
                    + " steps long, but was " + heard.steps());
        }
        for (int step = 0; step < steps; step++) {
            if (heard.sounds(step)) {
                if (listener.drums()) {
                    addToDrums(heard, step, scores);
                } else {
                    addToPitches(heard, step, scores);
                }
            }
        }
    }

    private void addToDrums(HeardSteps heard, int step, float[][] scores) {
        int columns = listener.columns();
        for (int column = 0; column < columns; column++) {
            float[] cell = scores[step * columns + column];
            cell[0] += (heard.starts(step) ? pitches[column] : 0) + pitches[columns + column];
        }
    }

    private void addToPitches(HeardSteps heard, int step, float[][] scores) {
        boolean starts = heard.starts(step);
        float[] sounding = new float[PITCH_CLASSES];
        float[] starting = new float[PITCH_CLASSES];
        Arrays.fill(sounding, starts ? rhythm[0] : 0);
        Arrays.fill(starting, (starts ? rhythm[1] : 0) + rhythm[2]);
        for (int from = 0; from < PITCH_CLASSES; from++) {
            if (heard.sounds(step, from)) {
                add(0, from, sounding);
            }
            if (heard.starts(step, from)) {
                add(1, from, sounding);
                add(2, from, starting);
            }
        }
        int columns = listener.columns();
        for (int column = 0; column < columns; column++) {
            float[] cell = scores[step * columns + column];
            int pitchClass = HeardSteps.pitchClass(listener, column);
            cell[0] += sounding[pitchClass];
            if (cell.length > 1) {
                cell[1] += starting[pitchClass];
            }
        }
    }

    private void add(int row, int from, float[] scores) {
        for (int interval = 0; interval < PITCH_CLASSES; interval++) {
            scores[(from + interval) % PITCH_CLASSES] += pitches[row * PITCH_CLASSES + interval];
        }
    }
}
