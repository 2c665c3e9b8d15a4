package io.github.musicgen.models.training.melodyvae;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.random.SeededRandom;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LearnedDrumsTest {
    /** Of 200 draws from eight beats one does not come with a probability of 8 (7/8)^200, less than 1 in 10^10; the seed is fixed. */
    @Test
    void inEpoch_beginsOnAnyBeat_andGoesRound() {
        int[] classes = new int[32];
        Arrays.setAll(classes, step -> 10 * step);
        SeededRandom random = SeededRandom.ofSeed(1);
        Set<Integer> firsts = new TreeSet<>();
        for (int draw = 0; draw < 200; draw++) {
            int[] turned = new LearnedDrums(4).inEpoch(classes, random);
            int first = turned[0] / 10;
            firsts.add(first);
            for (int step = 0; step < 32; step++) {
                assertThat(turned[step]).isEqualTo(classes[(first + step) % 32]);
            }
        }
        assertThat(firsts).containsExactly(0, 4, 8, 12, 16, 20, 24, 28);
    }
}
