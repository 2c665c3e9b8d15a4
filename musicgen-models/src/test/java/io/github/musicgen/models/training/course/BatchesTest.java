package io.github.musicgen.models.training.course;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.random.SeededRandom;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BatchesTest {
    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Property(tries = 100)
    void of_cutsWithoutLoss_andOnlyTheLastOneIsShorter(
            @ForAll @IntRange(max = 200) int count, @ForAll @IntRange(min = 1, max = 70) int size) {
        List<List<Integer>> batches = Batches.of(numbers(count), size);
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyElementsOf(numbers(count));
        assertThat(batches).hasSize((count + size - 1) / size).allMatch(batch -> !batch.isEmpty());
        assertThat(batches.stream().limit(count / size)).allMatch(batch -> batch.size() == size);
    }

    @Property(tries = 100)
    void shuffled_hasEachOnce_inAnOrderThatTheSeedTells(
            @ForAll @IntRange(max = 200) int count, @ForAll @IntRange(min = 1, max = 70) int size, @ForAll long seed) {
        List<List<Integer>> batches = Batches.shuffled(numbers(count), size, SeededRandom.ofSeed(seed));
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(numbers(count));
        assertThat(batches).isEqualTo(Batches.shuffled(numbers(count), size, SeededRandom.ofSeed(seed)));
    }

    /** Of 24 orders of four, each should come in 100 of 2,400; one that is 60 off would come by chance once in a hundred million runs. */
    @Property(tries = 1)
    void shuffled_findsAllOrdersAlike() {
        SeededRandom random = SeededRandom.ofSeed(7);
        var counts = IntStream.range(0, 2400)
                .mapToObj(i -> Batches.shuffled(numbers(4), 4, random).get(0))
                .collect(Collectors.groupingBy(order -> order, Collectors.counting()));
        assertThat(counts).hasSize(24);
        assertThat(counts.values()).allMatch(count -> count > 40 && count < 160);
    }
}
