package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EpochPlanTest {
    private static TrainingOptions options(Slicing slicing, int batchSize, long seed) {
        return TrainingOptions.usual().toBuilder()
                .slicing(slicing)
                .batchSize(batchSize)
                .seed(seed)
                .build();
    }

    @Property
    void everyPair_isLearnedOnceInEachEpoch(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 300) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 70) int steps,
            @ForAll @IntRange(min = 1, max = 9) int batchSize,
            @ForAll boolean whole,
            @ForAll @IntRange(min = 0, max = 5) int epoch,
            @ForAll long seed) {
        Slicing slicing = whole ? new Slicing.Whole(steps) : new Slicing.Crops(steps);
        int[] pairs = lengths.stream().mapToInt(Integer::intValue).toArray();

        List<List<Slice>> batches = EpochPlan.of(pairs, options(slicing, batchSize, seed), epoch);

        List<int[]> seen = new ArrayList<>();
        for (int length : pairs) {
            seen.add(new int[length]);
        }
        for (List<Slice> batch : batches) {
            assertThat(batch.size()).isBetween(1, batchSize);
            for (Slice slice : batch) {
                assertThat(slice.length()).isBetween(1, whole ? pairs[slice.melody()] : steps);
                for (int pair = slice.from(); pair < slice.to(); pair++) {
                    seen.get(slice.melody())[pair]++;
                }
            }
        }
        assertThat(seen).allSatisfy(melody -> assertThat(melody).containsOnly(1));
    }

    @Test
    void anEpoch_isPlannedFromItsNumberAlone_andNoTwoAreAlike() {
        int[] lengths = new int[100];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = 10 + i;
        }
        TrainingOptions options = options(new Slicing.Crops(32), 8, 3);

        assertThat(EpochPlan.of(lengths, options, 4)).isEqualTo(EpochPlan.of(lengths, options, 4));
        assertThat(EpochPlan.of(lengths, options, 4)).isNotEqualTo(EpochPlan.of(lengths, options, 5));
        assertThat(EpochPlan.of(lengths, options, 4))
                .isNotEqualTo(EpochPlan.of(lengths, options(new Slicing.Crops(32), 8, 4), 4));
    }
}
