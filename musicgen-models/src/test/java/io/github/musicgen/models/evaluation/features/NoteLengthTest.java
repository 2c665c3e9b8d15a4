package io.github.musicgen.models.evaluation.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteLengthTest {
    @ParameterizedTest
    @CsvSource({
        "16, 16, 0",
        "8, 16, 1",
        "4, 16, 2",
        "2, 16, 3",
        "1, 16, 4",
        "12, 16, 5",
        "6, 16, 6",
        "3, 16, 7",
        "99, 16, 0",
        "6, 12, 1",
        // 5 steps are 30 parts: two from a triplet of halves, six from a quarter and from a quarter with a dot
        "5, 16, 9",
        // 10 steps are 60 parts: twelve from a half, twelve from a half with a dot; the first counts
        "10, 16, 1"
    })
    void nearest_isTheClosestLength_ofTwoTheFirst(int steps, int stepsPerBar, int expected) {
        assertThat(NoteLength.nearest(steps, stepsPerBar)).isEqualTo(expected);
    }
}
