package io.github.musicgen.examples.game;

import io.github.musicgen.api.random.SeededRandom;

/**
 * A level: what lies where in it and what is heard in it come from its seed alone, and from play.
 *
 * @param number from 0 on
 * @param seed what its places and its tune are drawn from
 * @param key how many semitones its tune lies above C, -5 to 6
 */
record Level(int number, long seed, int key) {
    private static final int FIFTH = 7;
    private static final int LOWEST_KEY = -5;

    /** The level of this number in the game of this seed. Each one's tune lies a fifth above that of the one before. */
    static Level of(long gameSeed, int number) {
        long ofGame = SeededRandom.ofSeed(gameSeed).nextLong(); // so that games of neighbouring seeds share no level
        long seed = SeededRandom.ofSeed(ofGame + number).nextLong();
        return new Level(number, seed, LOWEST_KEY + (FIFTH * number - LOWEST_KEY) % 12);
    }

    Level next(long gameSeed) {
        return of(gameSeed, number + 1);
    }
}
