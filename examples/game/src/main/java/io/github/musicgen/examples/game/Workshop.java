package io.github.musicgen.examples.game;

import java.util.Optional;

/** Where bars are made while the game goes on. Nothing here ever waits. */
sealed interface Workshop extends AutoCloseable permits FrameWorkshop, ThreadWorkshop {
    /** Orders a bar; none may be under way. */
    void order(BarOrder order);

    /** Whether a bar was ordered and not yet collected. */
    boolean isBusy();

    /** Gives a slice of the game's own thread to the work; tells whether there was any. */
    boolean work();

    /** The bar that was ordered, if it is ready. */
    Optional<Bar> collect();

    @Override
    void close();
}
