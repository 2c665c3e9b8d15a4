package io.github.musicgen.api.bandvae;

/**
 * How a band plays.
 *
 * @param temperature how far from the likeliest points is drawn: 0 not at all, 1 as it was learned, and from 0 to {@link
 *     #MAX_TEMPERATURE}
 * @param threshold the probability above which a cell sounds, more than 0 and less than 1
 * @param seed what is drawn from
 */
public record PlayOptions(double temperature, double threshold, long seed) {
    /** More is noise. */
    public static final double MAX_TEMPERATURE = 10;

    /** Checks the bounds. */
    public PlayOptions {
        if (!(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw new IllegalArgumentException(
                    "temperature must be 0.." + (int) MAX_TEMPERATURE + ", but was " + temperature);
        }
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException(
                    "the threshold must be more than 0 and less than 1, but was " + threshold);
        }
    }
}
