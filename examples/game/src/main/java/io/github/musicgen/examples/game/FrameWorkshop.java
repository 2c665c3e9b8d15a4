package io.github.musicgen.examples.game;

import java.util.Optional;
import java.util.function.LongSupplier;

/** Makes bars on the game's own thread, in slices that fit between frames. */
final class FrameWorkshop implements Workshop {
    /** What a frame may spend on music: a millisecond of its sixteen. */
    static final long BUDGET_NANOS = 1_000_000;

    /** A step is begun only before this: nobody knows how long it takes, but the other three quarters should do. */
    private static final long LAST_START_NANOS = BUDGET_NANOS / 4;

    private final Composer composer;
    private final LongSupplier clock;
    private boolean ordered;

    FrameWorkshop(Composer composer, LongSupplier clock) {
        this.composer = composer;
        this.clock = clock;
    }

    @Override
    public void order(BarOrder order) {
        composer.begin(order);
        ordered = true;
    }

    @Override
    public boolean isBusy() {
        return ordered;
    }

    @Override
    public boolean work() {
        boolean some = composer.isBusy();
        long start = clock.getAsLong();
        while (composer.isBusy() && clock.getAsLong() - start < LAST_START_NANOS) {
            composer.step();
        }
        return some;
    }

    @Override
    public Optional<Bar> collect() {
        Optional<Bar> bar = composer.finished();
        ordered &= bar.isEmpty();
        return bar;
    }

    @Override
    public void close() {}
}
