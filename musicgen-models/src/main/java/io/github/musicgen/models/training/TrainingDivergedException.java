package io.github.musicgen.models.training;

/** Training came to numbers that are none, or to a hopeless loss. Checkpoints made before stay, and hold the best weights so far. */
public final class TrainingDivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TrainingDivergedException(int step, String what, double value) {
        super("training diverged at step " + step + ": the " + what + " was " + value
                + "; try a lower learning rate, or clip gradients more (with another folder for checkpoints)");
    }
}
