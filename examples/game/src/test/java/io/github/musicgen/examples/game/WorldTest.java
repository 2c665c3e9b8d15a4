package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WorldTest {
    @Property(tries = 20)
    void everything_staysInTheWorld_howeverItIsSteered(
            @ForAll long seed, @ForAll @DoubleRange(min = -4, max = 4) double turn) {
        World world = new World(seed);
        for (int frame = 0; frame < 1_000; frame++) {
            world.frame(new Point(Math.cos(turn * frame / 50), Math.sin(turn * frame / 50)));
            assertThat(world.danger()).isBetween(0.0, 1.0);
            assertThat(world.boat()).isEqualTo(world.boat().inside(World.REACH));
            assertThat(world.mines())
                    .allSatisfy(mine ->
                            assertThat(mine.place()).isEqualTo(mine.place().inside(0)));
        }
    }

    @Test
    void theAutopilot_gathersLights_meetsDanger_andReachesOtherLevels() {
        World world = new World(1);
        double most = 0;
        double least = 1;
        for (int frame = 0; frame < 10_000; frame++) {
            world.frame(Autopilot.steer(world));
            most = Math.max(most, world.danger());
            least = Math.min(least, world.danger());
        }
        assertThat(world.level().number()).isGreaterThan(2);
        assertThat(most).isGreaterThan(0.6);
        assertThat(least).isLessThan(0.1);
    }

    @Test
    void levels_haveAllTwelveKeys_andSeedsOfTheirOwn() {
        Level level = Level.of(5, 0);
        assertThat(level.key()).isZero();
        for (int number = 1; number < 12; number++) {
            Level next = level.next(5);
            assertThat(next.number()).isEqualTo(number);
            assertThat(Math.floorMod(next.key() - level.key(), 12)).isEqualTo(7);
            assertThat(next.key()).isBetween(-5, 6);
            assertThat(next.seed()).isNotEqualTo(level.seed());
            level = next;
        }
    }
}
