package io.github.musicgen.models.evaluation;

import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;

/**
 * How likely a model that only counts finds melodies: an n-gram with interpolated Witten-Bell smoothing. What a network is worth
 * shows beside it.
 *
 * <p>The order is the number of events that the n-gram looks back. It is trained on and judged by all steps but the first of each
 * melody, which is where a {@link ModelScore} is judged too.
 *
 * <pre>{@code
 * ModelMelodies shown = new ModelMelodies(MelodyRnnConfiguration.basicRnn());
 * NGramScore score = NGramScore.heldOut(shown, CorpusSplit.melodies(split.training()), CorpusSplit.melodies(split.test()));
 * System.out.println("order " + score.bestOrder() + ": " + score.bestNatsPerStep() + " nats per step");
 * }</pre>
 *
 * @param steps how many steps were judged
 * @param natsPerStep for each order from 0 on
 */
public record NGramScore(long steps, List<Double> natsPerStep) {
    /** The longest context that is tried unless said otherwise: a bar of 4/4. */
    public static final int MAX_ORDER = 16;

    /** Copies the list. */
    public NGramScore {
        natsPerStep = List.copyOf(natsPerStep);
    }

    /**
     * Trains on some melodies and judges by others.
     *
     * @param shown which events there are, and how melodies are moved
     * @param training melodies as they are written
     * @param heldOut melodies as they are written
     * @return the score of orders 0 to {@link #MAX_ORDER}
     * @throws IllegalArgumentException if no melody that is held out has a second step
     */
    public static NGramScore heldOut(ModelMelodies shown, List<Melody> training, List<Melody> heldOut) {
        return heldOut(shown.vocabulary().size(), shown.codes(training), shown.codes(heldOut), MAX_ORDER);
    }

    /**
     * Trains on some sequences and judges by others.
     *
     * @param eventCount how many events there are
     * @param training sequences of events, each 0 or more and less than {@code eventCount}
     * @param heldOut such sequences
     * @param maxOrder the longest context
     * @return the score of orders 0 to {@code maxOrder}
     * @throws IllegalArgumentException if no sequence that is held out has a second step
     */
    public static NGramScore heldOut(int eventCount, List<int[]> training, List<int[]> heldOut, int maxOrder) {
        WittenBell model = WittenBell.heldOut(eventCount, training, heldOut);
        return score(model, maxOrder, model::nextOrder);
    }

    /**
     * Judges by each piece in turn, trained on all others: for a corpus of which nothing was trained on.
     *
     * @param shown which events there are, and how melodies are moved
     * @param pieces two or more
     * @return the score of orders 0 to {@link #MAX_ORDER}
     * @throws IllegalArgumentException if no melody has a second step
     */
    public static NGramScore leaveOneOut(ModelMelodies shown, List<Piece> pieces) {
        return leaveOneOut(
                shown.vocabulary().size(),
                pieces.stream().map(piece -> shown.codes(piece.melodies())).toList(),
                MAX_ORDER);
    }

    /**
     * Judges by each piece in turn, trained on all others.
     *
     * @param eventCount how many events there are
     * @param pieces two or more, each of some sequences of events, each 0 or more and less than {@code eventCount}
     * @param maxOrder the longest context
     * @return the score of orders 0 to {@code maxOrder}
     * @throws IllegalArgumentException if no sequence has a second step
     */
    public static NGramScore leaveOneOut(int eventCount, List<List<int[]>> pieces, int maxOrder) {
        int[] ends = new int[pieces.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            for (int[] sequence : pieces.get(i)) {
                end = Math.addExact(end, sequence.length);
            }
            ends[i] = end;
        }
        List<int[]> sequences = pieces.stream().flatMap(List::stream).toList();
        WittenBell model = WittenBell.of(eventCount, sequences);
        return score(model, maxOrder, () -> model.nextOrderLeavingOut(ends));
    }

    private static NGramScore score(WittenBell model, int maxOrder, Runnable nextOrder) {
        if (maxOrder < 0) {
            throw new IllegalArgumentException("longest context must be 0 or more, but was " + maxOrder);
        }
        long steps = model.steps();
        if (steps == 0) {
            throw new IllegalArgumentException(
                    "there must be a melody of two steps or more to judge an n-gram, but there was none");
        }
        List<Double> nats = new ArrayList<>();
        for (int order = 0; order <= maxOrder; order++) {
            nextOrder.run();
            nats.add(model.nats() / steps);
        }
        return new NGramScore(steps, nats);
    }

    /**
     * The order that suits the melodies best.
     *
     * @return the order of the lowest nats per step; of several the lowest
     */
    public int bestOrder() {
        int best = 0;
        for (int order = 1; order < natsPerStep.size(); order++) {
            best = natsPerStep.get(order) < natsPerStep.get(best) ? order : best;
        }
        return best;
    }

    /**
     * The nats of the best order.
     *
     * @return nats per step
     */
    public double bestNatsPerStep() {
        return natsPerStep.get(bestOrder());
    }
}
