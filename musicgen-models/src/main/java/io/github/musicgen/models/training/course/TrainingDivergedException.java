package io.github.musicgen.models.training.course;

/** Training came to numbers that are none, or to a hopeless loss. Checkpoints made before stay, and hold the best weights so far. */
public final class TrainingDivergedException extends RuntimeException {
    /** A loss of so many times what guessing costs is no training any more, though it is a number. */
    public static final double HOPELESS = 10;

    private static final long serialVersionUID = 1;

    /**
     * A training that went astray.
     *
     * @param step at which it showed, from 1 on
     * @param what was no number, or hopeless
     * @param value what it was
     */
    public TrainingDivergedException(int step, String what, double value) {
        super("training diverged at step " + step + ": the " + what + " was " + value
                + "; try a lower learning rate, or clip gradients more (with another folder for checkpoints)");
    }
}
