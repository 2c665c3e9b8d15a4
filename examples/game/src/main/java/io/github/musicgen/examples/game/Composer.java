package io.github.musicgen.examples.game;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.Session;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes bars, one after the other, in small pieces of work: each {@link #step} runs the network once. For one thread at a time.
 *
 * <p>A tune is decided by its level's seed and the orders of its bars: it does not matter when or how fast its steps are taken.
 */
final class Composer {
    /** What each tune has heard before it begins, in C: so it knows the key, the beat and that this is a song. */
    private static final Melody THEME = Melody.of(
            60, -2, -2, -2, 64, -2, 67, -2, 72, -2, -2, -2, 71, -2, 69, -2, //
            67, -2, -2, -2, 64, -2, 65, -2, 67, -2, -2, -2, -2, -2, -2, -2);

    private static final int REHEARSED_BARS = 300;

    private final Generator generator;
    private final Session.Snapshot themeHeard;
    private final List<Integer> events = new ArrayList<>(Bar.STEPS);
    private @Nullable BarOrder order;
    private @Nullable Tune tune;

    Composer(Generator generator) {
        this.generator = generator;
        Session session = generator.session();
        session.feed(THEME);
        this.themeHeard = session.snapshot();
    }

    /**
     * Composes for the bin while a level loads, so that the virtual machine has compiled what the first frames need: uncompiled, a step
     * takes many times as long.
     */
    void rehearse() {
        for (int i = 0; i < REHEARSED_BARS; i++) {
            compose(new BarOrder(Level.of(0, i / 8), Mood.ofDanger(i % 8 / 7.0)));
        }
        tune = null;
    }

    /** Makes a bar at once. */
    Bar compose(BarOrder newOrder) {
        begin(newOrder);
        while (isBusy()) {
            step();
        }
        return finished().orElseThrow();
    }

    /** Takes an order; the one before must be finished. */
    void begin(BarOrder newOrder) {
        if (order != null) {
            throw new IllegalStateException(
                    "the bar before must be finished first, but has " + events.size() + " of " + Bar.STEPS + " steps");
        }
        order = newOrder;
        events.clear();
    }

    /** Whether steps remain to be taken. */
    boolean isBusy() {
        return order != null && events.size() < Bar.STEPS;
    }

    /** Takes a step of the bar that was begun. */
    void step() {
        if (order == null) {
            throw new IllegalStateException("a bar must be ordered before a step is taken");
        }
        if (tune == null || !tune.level.equals(order.level())) {
            tune = new Tune(order.level());
        }
        events.add(tune.choose(events.size(), order.mood()));
    }

    /** The bar, once all its steps are taken. */
    Optional<Bar> finished() {
        if (order == null || isBusy()) {
            return Optional.empty();
        }
        Bar bar = new Bar(order, events);
        order = null;
        return Optional.of(bar);
    }

    /** The tune of a level, which goes on from bar to bar. */
    private final class Tune {
        private final Level level;
        private final Session session;
        private final StepChoice choice;
        private final SeededRandom random;
        private boolean sounding;

        private Tune(Level level) {
            this.level = level;
            this.session = generator.session().transposed(-level.key());
            session.rewind(themeHeard);
            this.choice = new StepChoice(session, level.key());
            this.random = SeededRandom.ofSeed(level.seed());
        }

        private int choose(int step, Mood mood) {
            int event = choice.draw(step, mood, sounding, random);
            session.feed(event);
            sounding = event != Melody.NOTE_OFF && (sounding || event != Melody.NO_EVENT);
            return event;
        }
    }
}
