package io.github.musicgen.api.random;

import java.util.Collections;
import java.util.List;

/**
 * A small random source that gives the same numbers for the same seed on every machine and in every release.
 *
 * <p>It is xoshiro256**, seeded through SplitMix64 as its authors recommend. It is not in the JDK (which has xoshiro256++, and
 * that not in {@code java.base}), so it is here, pinned to the vectors of the authors' C code. It is neither safe for several
 * threads nor fit for secrets.
 *
 * <pre>{@code
 * SeededRandom random = SeededRandom.ofSeed(42);
 * int pitch = 60 + random.nextInt(12);
 * SeededRandom fork = random.copy(); // goes on with the same numbers, independently
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1145/3460772">Blackman, Vigna: Scrambled linear pseudorandom number generators</a>
 */
public final class SeededRandom {

    private static final long LOW_32_BITS = 0xffffffffL;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

    private long s0;
    private long s1;
    private long s2;
    private long s3;

    private SeededRandom(State state) {
        s0 = state.s0;
        s1 = state.s1;
        s2 = state.s2;
        s3 = state.s3;
    }

    /**
     * Starts from a seed: every {@code long} is a good one, 0 too.
     *
     * @param seed the seed
     * @return a source at the start of the seed's numbers
     */
    public static SeededRandom ofSeed(long seed) {
        SplitMix64 words = new SplitMix64(seed);
        return ofState(new State(words.nextLong(), words.nextLong(), words.nextLong(), words.nextLong()));
    }

    /**
     * Goes on from a state that was kept.
     *
     * @param state what {@link #state()} returned
     * @return a source that gives the numbers that the other gave after it was asked for its state
     */
    public static SeededRandom ofState(State state) {
        return new SeededRandom(state);
    }

    /**
     * Draws 64 random bits.
     *
     * @return any {@code long}, all equally likely
     */
    public long nextLong() {
        long result = Long.rotateLeft(s1 * 5, 7) * 9;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        return result;
    }

    /**
     * Draws a number from 0 (included) to 1 (excluded): one of the 2^53 multiples of 2^-53, all equally likely.
     *
     * @return at least 0.0 and less than 1.0
     */
    public double nextDouble() {
        return (nextLong() >>> 11) * TWO_TO_MINUS_53;
    }

    /**
     * Draws a number from the normal distribution around 0 with a deviation of 1, by the transformation of Box and Muller. Two numbers
     * are drawn and nothing is kept, so that a {@link #copy} goes on with the same ones.
     *
     * @return at most about 8.6 away from 0
     */
    public double nextGaussian() {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    /**
     * Draws an integer below a bound, all exactly equally likely, by integer arithmetic alone.
     *
     * @param bound the number of possible results, at least 1
     * @return at least 0 and less than {@code bound}
     * @throws IllegalArgumentException if the bound is not positive
     * @see <a href="https://doi.org/10.1145/3230636">Lemire: Fast random integer generation in an interval</a>
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be at least 1, but was " + bound);
        }
        long product = nextUnsignedInt() * bound;
        if ((product & LOW_32_BITS) < bound) {
            product = redrawn(product, bound);
        }
        return (int) (product >>> 32);
    }

    /** Of the 2^32 words, the first {@code 2^32 mod bound} of each result's share are one too many for some results. */
    private long redrawn(long first, int bound) {
        long surplus = (1L << 32) % bound;
        long product = first;
        while ((product & LOW_32_BITS) < surplus) {
            product = nextUnsignedInt() * bound;
        }
        return product;
    }

    /** The upper bits, which are the better ones of a scrambled linear generator. */
    private long nextUnsignedInt() {
        return nextLong() >>> 32;
    }

    /**
     * Puts a list in an order, all equally likely.
     *
     * @param list is changed; one number is drawn for each element but one
     */
    public void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            Collections.swap(list, i, nextInt(i + 1));
        }
    }

    /**
     * Forks this source.
     *
     * @return another source that will give the numbers that this one will give; drawing from one leaves the other alone
     */
    public SeededRandom copy() {
        return ofState(state());
    }

    /**
     * Takes a snapshot to go on from later.
     *
     * @return the state as it is now
     */
    public State state() {
        return new State(s0, s1, s2, s3);
    }

    /**
     * All that a source is: 256 bits, not all zero.
     *
     * @param s0 the first word
     * @param s1 the second word
     * @param s2 the third word
     * @param s3 the fourth word
     */
    public record State(long s0, long s1, long s2, long s3) {

        /**
         * Keeps the words.
         *
         * @throws IllegalArgumentException if all are zero, because such a source would give nothing but zeros
         */
        public State {
            if ((s0 | s1 | s2 | s3) == 0) {
                throw new IllegalArgumentException("a state must have a bit set, but all four words were 0");
            }
        }
    }
}
