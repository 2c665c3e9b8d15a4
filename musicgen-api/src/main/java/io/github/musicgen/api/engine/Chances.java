package io.github.musicgen.api.engine;

/** From a score to the probability of a yes, in plain arithmetic that is the same on every machine. */
public final class Chances {
    private Chances() {}

    /**
     * The logistic function, within 4e-7.
     *
     * @param score any number
     * @return from 0 to 1
     */
    public static float of(float score) {
        return Activations.sigmoid(score);
    }
}
