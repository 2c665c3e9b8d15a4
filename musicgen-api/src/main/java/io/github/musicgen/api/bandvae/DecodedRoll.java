package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.engine.Chances;

/**
 * What a decoder expects of a segment: scores, from which the logistic function makes probabilities. Owned by whoever asked for it.
 *
 * @param planes 1 for what sounds; 3 for what sounds, what of it starts there, and how hard
 * @param scores step by step // [steps * columns][planes]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and owned by whoever asked for it
public record DecodedRoll(int planes, float[][] scores) {
    private static final int ONSET = 1;
    private static final int VELOCITY = 2;
    private static final float HALF = 0.5f;
    private static final int MAX_VELOCITY = 127;
    private static final int USUAL_VELOCITY = 100;

    /**
     * How likely something sounds.
     *
     * @param cell its step times the columns plus its column
     * @return from 0 to 1
     */
    public float sounds(int cell) {
        return Chances.of(scores[cell][0]);
    }

    /**
     * How likely it starts there, if it sounds.
     *
     * @param cell its step times the columns plus its column
     * @return from 0 to 1; 0 if starts are not told
     */
    public float starts(int cell) {
        return planes > ONSET ? Chances.of(scores[cell][ONSET]) : 0;
    }

    /**
     * How hard a note is struck that starts there.
     *
     * @param cell its step times the columns plus its column
     * @return from 1 to 127
     */
    public int velocity(int cell) {
        if (planes <= VELOCITY) {
            return USUAL_VELOCITY;
        }
        return Math.max(1, Math.min(MAX_VELOCITY, (int) (MAX_VELOCITY * Chances.of(scores[cell][VELOCITY]) + HALF)));
    }

    /**
     * The likeliest of all cells.
     *
     * @return how likely it sounds
     */
    public float highest() {
        float highest = Float.NEGATIVE_INFINITY;
        for (float[] cell : scores) {
            highest = Math.max(highest, cell[0]);
        }
        return Chances.of(highest);
    }

    /**
     * What sounds. Of what sounds, that starts of which starting is likelier than not.
     *
     * @param threshold the probability above which a cell sounds
     * @return the cells
     */
    public BandCells cells(double threshold) {
        byte[] states = new byte[scores.length];
        for (int i = 0; i < states.length; i++) {
            if (sounds(i) > threshold) {
                states[i] = starts(i) > HALF ? BandCells.STRUCK : BandCells.HELD;
            }
        }
        return BandCells.of(states);
    }
}
