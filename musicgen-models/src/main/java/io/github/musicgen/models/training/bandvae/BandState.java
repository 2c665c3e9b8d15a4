package io.github.musicgen.models.training.bandvae;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the training of a band is, beyond its weights.
 *
 * @param stage the network under way
 * @param epoch its epoch under way, from 0 on
 * @param batch how many batches of the epoch are learned
 * @param steps how often the weights of the network were moved
 * @param total how often those of all networks were
 * @param cost of the segments of this epoch that are learned, in nats
 * @param learned how many these are
 * @param seconds since the beginning
 * @param memory what the network remembers beside its weights
 * @param history the epochs that have ended, of all networks
 */
record BandState(
        int stage,
        int epoch,
        int batch,
        long steps,
        long total,
        double cost,
        long learned,
        double seconds,
        List<Double> memory,
        List<BandEpoch> history) {
    static final BandState BEGINNING = new BandState(0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());

    BandState {
        memory = List.copyOf(memory);
        history = List.copyOf(history);
    }

    /** The same when another epoch has ended. */
    BandState with(BandEpoch epochThatEnded) {
        List<BandEpoch> longer = new ArrayList<>(history);
        longer.add(epochThatEnded);
        return new BandState(stage, epoch, batch, steps, total, cost, learned, seconds, memory, longer);
    }

    /** The epochs of the network under way. */
    List<BandEpoch> ofStage() {
        return history.stream().filter(epoch -> epoch.stage() == stage).toList();
    }

    /** The best of these: the first of those in which other segments cost least; 0 if there is none. */
    int bestEpoch() {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (BandEpoch epoch : ofStage()) {
            if (epoch.validation() < least) {
                least = epoch.validation();
                best = epoch.epoch();
            }
        }
        return best;
    }
}
