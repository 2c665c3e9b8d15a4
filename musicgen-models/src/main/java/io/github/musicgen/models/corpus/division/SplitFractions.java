package io.github.musicgen.models.corpus.division;

/**
 * How a corpus is divided. What is neither for validation nor for the test is for training.
 *
 * @param validation the part that training is watched on, 0 to 1
 * @param test the part that the trained model is judged on, 0 to 1; some must be left for training
 * @param salt another number divides another way
 */
public record SplitFractions(double validation, double test, int salt) {
    private static final double DEFAULT = 0.1;

    /** Checks that each is a fraction and something is left. */
    public SplitFractions {
        if (!(validation >= 0) || !(test >= 0) || !(validation + test < 1)) {
            throw new IllegalArgumentException(
                    "fractions for validation and test must be 0 or more and leave some for training, but were "
                            + validation + " and " + test);
        }
    }

    /**
     * Eight tenths for training, one for validation, one for the test.
     *
     * @return the fractions
     */
    public static SplitFractions usual() {
        return new SplitFractions(DEFAULT, DEFAULT, 0);
    }

    /**
     * The same, divided another way.
     *
     * @param newSalt any number
     * @return the fractions
     */
    public SplitFractions withSalt(int newSalt) {
        return new SplitFractions(validation, test, newSalt);
    }
}
