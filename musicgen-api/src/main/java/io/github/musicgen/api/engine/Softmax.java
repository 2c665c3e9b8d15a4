package io.github.musicgen.api.engine;

/** From scores to probabilities, in plain arithmetic that is the same on every machine. */
public final class Softmax {
    private Softmax() {}

    /**
     * Turns scores into probabilities that sum to one. A score of negative infinity gives a probability of zero.
     *
     * @param scores the scores, of which at least one is finite; replaced by the probabilities
     */
    public static void apply(float[] scores) {
        apply(scores, new Powers(scores.length));
    }

    /** The same with memory that is there, for as many numbers as there are scores. */
    static void apply(float[] scores, Powers powers) {
        powers.ofScores(scores);
        double[] values = powers.values();
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) values[i];
            sum += values[i];
        }
        float scale = (float) (1 / sum);
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= scale;
        }
    }

    /**
     * Probabilities in double precision, for whoever tells them; the scores stay.
     *
     * @param scores the scores, of which at least one is finite
     * @return probabilities that sum to one
     */
    public static double[] of(float[] scores) {
        Powers powers = new Powers(scores.length);
        powers.ofScores(scores);
        double[] probabilities = powers.values();
        double sum = 0;
        for (double power : probabilities) {
            sum += power;
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }
}
