package io.github.musicgen.examples.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.Generator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkshopTest {
    private static final Generator FOLK = Generator.load("folk");
    private static final Level LEVEL = Level.of(1, 0);

    @Test
    void aSlice_beginsNoStep_afterAQuarterOfTheBudget() {
        AtomicLong now = new AtomicLong(); // each look at the clock takes a tenth of a millisecond
        FrameWorkshop workshop = new FrameWorkshop(new Composer(FOLK), () -> now.getAndAdd(100_000));
        workshop.order(new BarOrder(LEVEL, Mood.ofDanger(0)));

        for (int slice = 0; slice < Bar.STEPS / 2; slice++) {
            assertThat(workshop.collect()).as("slice " + slice).isEmpty();
            long before = now.get();
            workshop.work(); // looks at 0.1 and 0.2 ms and takes a step each time; at 0.3 ms it takes none
            assertThat(now.get() - before).isLessThanOrEqualTo(400_000);
        }

        assertThat(workshop.collect()).isPresent();
        assertThat(workshop.isBusy()).isFalse();
    }

    @Test
    @Timeout(60)
    void aSecondThread_makesTheSameBars() throws InterruptedException {
        FrameWorkshop between = new FrameWorkshop(new Composer(FOLK), () -> 0);
        List<Bar> expected = new ArrayList<>();
        List<Bar> made = new ArrayList<>();
        try (ThreadWorkshop beside = new ThreadWorkshop(new Composer(FOLK)::compose)) {
            for (int bar = 0; bar < 8; bar++) {
                BarOrder order = new BarOrder(Level.of(1, bar / 4), Mood.ofDanger(bar / 8.0));
                between.order(order);
                beside.order(order);
                expected.add(awaited(between));
                made.add(awaited(beside));
            }
        }
        assertThat(made).isEqualTo(expected);
    }

    private static Bar awaited(Workshop workshop) throws InterruptedException {
        Optional<Bar> bar = workshop.collect();
        while (bar.isEmpty()) {
            workshop.work();
            Thread.sleep(Duration.ofMillis(1).toMillis());
            bar = workshop.collect();
        }
        return bar.get();
    }

    @Test
    @Timeout(60)
    void aFailureOnTheSecondThread_isTold() {
        try (ThreadWorkshop workshop = new ThreadWorkshop(order -> {
            throw new IllegalStateException("out of ideas");
        })) {
            workshop.order(new BarOrder(LEVEL, Mood.ofDanger(0)));
            assertThatThrownBy(() -> awaited(workshop))
                    .isInstanceOf(CompletionException.class)
                    .hasMessageContaining("out of ideas");
        }
    }
}
