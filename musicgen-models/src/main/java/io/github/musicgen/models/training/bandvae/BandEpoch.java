package io.github.musicgen.models.training.bandvae;

/**
 * What became of an epoch of a {@link BandTraining}.
 *
 * @param stage which of its networks learned: all autoencoders come first, then what leads to the next segment of each instrument, then what
 *     each but the first makes of others, then ears
 * @param network what that is called, such as {@code bass} or {@code bass, next}
 * @param epoch the number of the epoch of that network, from 1 on; 0 tells what there is before anything is learned on top of it
 * @param steps how often its weights have been moved
 * @param training what segments cost in the mean while it was learning, in nats; of epoch 0 the same as of the others
 * @param validation what segments cost that it does not learn
 * @param learningRate at its end
 * @param seconds since the beginning of the training, pauses left out
 */
public record BandEpoch(
        int stage,
        String network,
        int epoch,
        long steps,
        double training,
        double validation,
        double learningRate,
        double seconds) {}
