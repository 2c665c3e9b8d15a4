package io.github.musicgen.api.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.representation.melody.Melody;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** The longest continuation that can be asked for. */
class LongPlanTest {
    private static final int STEPS = 1 << 18;
    private static final int MEBIBYTE = 1 << 20;
    /** Of the processor's time, so that a machine that is busy otherwise does not matter; a slow one has room. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static List<Constraint> wishes() {
        List<Constraint> wishes = new ArrayList<>();
        for (String text : List.of(
                "key D dorian",
                "range C3 B5",
                "grid 2 1",
                "rhythm x?.???x?????.???",
                "forbid F4",
                "repeats 3",
                "end D")) {
            wishes.add(Constraint.parse(text));
        }
        List<String> chords = List.of("Dm7", "G7", "Cmaj7", "Am");
        for (int bar = 0; bar < 200; bar++) {
            wishes.add(Constraint.parse("chord " + 16 * bar + " " + 16 * (bar + 1) + " " + chords.get(bar % 4)));
        }
        return wishes;
    }

    private static Situation situation() {
        return Situation.after(Melody.of(60, 62, 62), STEPS - 1, pitch -> pitch >= 48 && pitch < 84, 2);
    }

    @Test
    void aLongPlan_takesLittleMemoryAndTime() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytesBefore = threads.getCurrentThreadAllocatedBytes();
        long before = threads.getCurrentThreadCpuTime();

        Plan plan = Plan.of(situation(), wishes());

        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        long allocated = threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        assertThat(plan.start().allows(62)).isTrue();
        assertThat(took).isLessThan(SOON);
        assertThat(allocated).isLessThan(100L * MEBIBYTE); // garbage included
    }

    @Test
    void aWalkAlongALongPlan_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Plan plan = Plan.of(situation(), wishes());
        PlanWalk warm = plan.start();
        PlanWalk walk = plan.start();
        walkToTheEnd(warm);
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        int notes = walkToTheEnd(walk);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(notes).isPositive();
        assertThat(allocated).isZero();
    }

    /** Takes the lowest note that is allowed, or else rests. */
    private static int walkToTheEnd(PlanWalk walk) {
        int notes = 0;
        for (int step = 0; step < STEPS - 1; step++) {
            int event = 48;
            while (event < 84 && !walk.allows(event)) {
                event++;
            }
            notes += event < 84 ? 1 : 0;
            walk.take(event < 84 ? event : Melody.NO_EVENT);
        }
        return notes;
    }

    @Test
    void aContradictionAmongManyWishes_isFoundSoon() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Constraint> wishes = new ArrayList<>(wishes());
        wishes.add(31, Constraint.parse("range C5 B5"));
        wishes.add(97, Constraint.parse("force 200000 Eb5"));
        for (int i = 0; i < 2000; i++) {
            wishes.add(Constraint.parse("force " + (100_000 + i) + " off"));
        }
        long before = threads.getCurrentThreadCpuTime();
        assertThatThrownBy(() -> Plan.of(situation(), wishes))
                .asInstanceOf(InstanceOfAssertFactories.type(ContradictoryWishesException.class))
                .satisfies(exception -> assertThat(exception.wishes()).hasSizeLessThanOrEqualTo(2));
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before)).isLessThan(SOON);
    }
}
