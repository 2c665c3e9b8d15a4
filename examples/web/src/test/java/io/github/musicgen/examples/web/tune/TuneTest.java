package io.github.musicgen.examples.web.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuneTest {
    static List<Tune> tunes() {
        return Tune.all();
    }

    @ParameterizedTest
    @MethodSource("tunes")
    void tune_isLongEnough_andOfSomebody(Tune tune) {
        assertThat(tune.credit()).isNotBlank();
        assertThat(tune.melody().length()).isBetween(Tune.OPENING_STEPS + 56, 9 * 16);
        assertThat(tune.melody().stepsPerBar()).isEqualTo(16);
        assertThat(tune.opening().notes()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(tune.continuation().notes()).hasSizeGreaterThan(6);
        assertThat(tune.continuation().end()).isLessThanOrEqualTo(Tune.CONTINUATION_STEPS);
    }
}
