package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.Generator;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The seeds are fixed, so that nothing here can fail by chance. */
class ComposerTest {
    private static final Generator FOLK = Generator.load("folk");
    private static final int BARS = 24;

    private static List<Bar> bars(Level level, double danger) {
        Composer composer = new Composer(FOLK);
        return IntStream.range(0, BARS)
                .mapToObj(bar -> composer.compose(new BarOrder(level, Mood.ofDanger(danger))))
                .toList();
    }

    private static List<Integer> pitches(List<Bar> bars) {
        return bars.stream()
                .flatMap(bar -> bar.events().stream())
                .filter(event -> event >= Pitch.MIN)
                .toList();
    }

    private static long outside(Level level, List<Bar> bars) {
        Scale key = Scale.of(Math.floorMod(level.key(), Pitch.PER_OCTAVE), ScaleKind.MAJOR);
        return pitches(bars).stream().filter(pitch -> !key.contains(pitch)).count();
    }

    @Test
    void danger_makesMusicDenser_andMoreDaring() {
        Level level = Level.of(1, 0);
        List<Bar> calm = bars(level, 0);
        List<Bar> uneasy = bars(level, 0.5);
        List<Bar> wild = bars(level, 1);

        assertThat(pitches(calm).size()).isLessThanOrEqualTo(4 * BARS);
        assertThat(pitches(uneasy).size()).isGreaterThan(pitches(calm).size() * 4 / 3);
        assertThat(pitches(wild).size()).isGreaterThan(pitches(uneasy).size() * 4 / 3);
        assertThat(outside(level, calm)).isZero();
        assertThat(outside(level, uneasy)).isZero();
        assertThat(outside(level, wild)).isPositive();
    }

    @Test
    void everyKey_isKept_whereItIsCalm() {
        for (int number = 0; number < 12; number++) {
            Level level = Level.of(9, number);
            List<Bar> bars = bars(level, 0);
            assertThat(outside(level, bars)).as(level.toString()).isZero();
            assertThat(pitches(bars)).allSatisfy(pitch -> assertThat(pitch).isBetween(54, 78));
        }
    }

    @Test
    void aTune_isOfItsSeed_andGoesOnFromBarToBar() {
        Level level = Level.of(1, 0);
        Level sameKey = new Level(0, level.seed() + 1, level.key());

        assertThat(bars(level, 0.4)).isEqualTo(bars(level, 0.4));
        assertThat(Set.copyOf(bars(level, 0.4))).as("different bars").hasSizeGreaterThan(BARS / 2);
        assertThat(pitches(bars(sameKey, 0.4))).isNotEqualTo(pitches(bars(level, 0.4)));
    }

    @Test
    void rehearsing_changesNoTune() {
        BarOrder order = new BarOrder(Level.of(1, 0), Mood.ofDanger(0.4));
        Composer rehearsed = new Composer(FOLK);
        rehearsed.rehearse();

        assertThat(rehearsed.compose(order)).isEqualTo(new Composer(FOLK).compose(order));
    }

    @Test
    void orders_oneAtATime() {
        Composer composer = new Composer(FOLK);
        BarOrder order = new BarOrder(Level.of(1, 0), Mood.ofDanger(0));
        assertThatThrownBy(composer::step).hasMessage("a bar must be ordered before a step is taken");

        composer.begin(order);
        composer.step();

        assertThatThrownBy(() -> composer.begin(order))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the bar before must be finished first, but has 1 of 16 steps");
    }
}
