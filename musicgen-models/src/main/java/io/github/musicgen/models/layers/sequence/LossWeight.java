package io.github.musicgen.models.layers.sequence;

/**
 * How what an autoencoder loses is weighed at one step of training.
 *
 * @param beta how much the divergence counts beside the reconstruction
 * @param freeNats so much of the divergence of a sequence costs nothing
 * @param drawn the probability with which the decoder is shown an event that it expected itself, not the true one
 */
public record LossWeight(double beta, double freeNats, double drawn) {
    /** Checks the bounds. */
    public LossWeight {
        requireAtLeast0("beta", beta);
        requireAtLeast0("free nats", freeNats);
        if (!(drawn >= 0 && drawn <= 1)) {
            throw new IllegalArgumentException("the probability of a drawn event must be 0..1, but was " + drawn);
        }
    }

    private static void requireAtLeast0(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be 0 or more and finite, but was " + value);
        }
    }
}
