package io.github.musicgen.representation.encoding;

import static io.github.musicgen.representation.melody.Melody.NOTE_OFF;
import static io.github.musicgen.representation.melody.Melody.NO_EVENT;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary events of melodies. */
final class Events {
    private Events() {}

    /** Any events in a range, of up to some 400 steps; half of them made of bars that come back, so that lookbacks matter. */
    static Arbitrary<int[]> within(int minPitch, int maxPitch) {
        return Arbitraries.oneOf(loose(minPitch, maxPitch), barsThatReturn(minPitch, maxPitch));
    }

    private static Arbitrary<Integer> event(int minPitch, int maxPitch) {
        return Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(NO_EVENT)),
                Tuple.of(1, Arbitraries.just(NOTE_OFF)),
                Tuple.of(2, Arbitraries.integers().between(minPitch, maxPitch - 1)),
                Tuple.of(2, Arbitraries.integers().between(minPitch, minPitch + 5)));
    }

    private static Arbitrary<int[]> loose(int minPitch, int maxPitch) {
        return event(minPitch, maxPitch).array(int[].class).ofMinSize(0).ofMaxSize(300);
    }

    private static Arbitrary<int[]> barsThatReturn(int minPitch, int maxPitch) {
        Arbitrary<List<int[]>> bars =
                event(minPitch, maxPitch).array(int[].class).ofSize(16).list().ofSize(3);
        Arbitrary<List<Integer>> order =
                Arbitraries.integers().between(0, 2).list().ofMinSize(1).ofMaxSize(20);
        Arbitrary<Integer> upbeat = Arbitraries.integers().between(0, 15);
        return Combinators.combine(bars, order, upbeat)
                .as((from, indices, skipped) -> indices.stream()
                        .flatMapToInt(index -> IntStream.of(from.get(index)))
                        .skip(skipped)
                        .toArray());
    }
}
