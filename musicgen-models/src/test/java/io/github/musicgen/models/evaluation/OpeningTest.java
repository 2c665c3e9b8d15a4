package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final int STEPS = 128;

    @Test
    void of_aMelody_isTwoBarsAndWhatFollows() {
        Opening opening = only(TestCorpora.tune(1, 12));

        assertThat(opening.primer()).isEqualTo(TestCorpora.tune(1, 12).slice(0, 32));
        assertThat(opening.continuation()).isEqualTo(TestCorpora.tune(1, 12).slice(32, 160));
    }

    @Test
    void of_aShortMelody_isItsHalves() {
        Opening opening = only(TestCorpora.tune(1, 3));

        assertThat(opening.primer().length()).isEqualTo(24);
        assertThat(opening.continuation().length()).isEqualTo(24);
        assertThat(Opening.of(List.of(Melody.of(60), Melody.of()), 9, STEPS)).isEmpty();
    }

    @Test
    void of_manyMelodies_areTakenEvenly() {
        List<Melody> melodies = IntStream.range(0, 10)
                .mapToObj(seed -> TestCorpora.tune(seed, 8))
                .toList();

        assertThat(Opening.of(melodies, 4, STEPS))
                .extracting(Opening::primer)
                .containsExactly(primer(0), primer(2), primer(5), primer(7));
        assertThat(Opening.of(melodies, 99, STEPS)).hasSize(10);
    }

    private static Melody primer(long seed) {
        return TestCorpora.tune(seed, 8).slice(0, 32);
    }

    private static Opening only(Melody melody) {
        return Opening.of(List.of(melody), 1, STEPS).get(0);
    }
}
