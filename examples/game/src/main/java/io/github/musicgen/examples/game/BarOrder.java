package io.github.musicgen.examples.game;

/**
 * A bar that is wanted.
 *
 * @param level whose tune goes on; another than that of the bar before begins a new tune
 * @param mood how it shall be
 */
record BarOrder(Level level, Mood mood) {}
