package io.github.musicgen.models.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The definition as it is written, as slow as that is. */
final class NaiveWittenBell {
    private final int eventCount;
    private final int order;
    private final Map<List<Integer>, Map<Integer, Integer>> followers = new HashMap<>();

    NaiveWittenBell(int eventCount, int order, List<int[]> training) {
        this.eventCount = eventCount;
        this.order = order;
        for (int[] sequence : training) {
            for (int i = 1; i < sequence.length; i++) {
                for (int length = 0; length <= Math.min(order, i); length++) {
                    followers
                            .computeIfAbsent(context(sequence, i, length), unseen -> new HashMap<>())
                            .merge(sequence[i], 1, Integer::sum);
                }
            }
        }
    }

    double probability(int[] sequence, int position) {
        return probability(sequence[position], context(sequence, position, Math.min(order, position)));
    }

    private double probability(int event, List<Integer> context) {
        double shorter = context.isEmpty() ? 1.0 / eventCount : probability(event, context.subList(1, context.size()));
        Map<Integer, Integer> seen = followers.getOrDefault(context, Map.of());
        if (seen.isEmpty()) {
            return shorter;
        }
        int count = seen.values().stream().mapToInt(Integer::intValue).sum();
        int types = seen.size();
        return (seen.getOrDefault(event, 0) + types * shorter) / (count + types);
    }

    double natsPerStep(List<int[]> heldOut) {
        double nats = 0;
        int steps = 0;
        for (int[] sequence : heldOut) {
            for (int i = 1; i < sequence.length; i++) {
                nats -= Math.log(probability(sequence, i));
                steps++;
            }
        }
        return nats / steps;
    }

    private static List<Integer> context(int[] sequence, int position, int length) {
        return Arrays.stream(sequence, position - length, position).boxed().toList();
    }
}
