package io.github.musicgen.api.sampling;

/**
 * How daring the choices are.
 *
 * @param temperature 0 always takes the likeliest class, 1 draws as the model was trained, more is more daring
 * @param topK only so many of the likeliest classes are drawn from; {@link #ALL} for no such limit
 * @param topP only the likeliest classes that together have this probability, among those that topK leaves, are drawn from; 1 for
 *     no such limit
 */
public record SamplingOptions(double temperature, int topK, double topP) {
    /** No limit to the number of classes. */
    public static final int ALL = Integer.MAX_VALUE;

    /** The highest temperature: far beyond it all classes are equally likely. */
    public static final double MAX_TEMPERATURE = 1000;

    /** As the model was trained. */
    public static final SamplingOptions DEFAULT = new SamplingOptions(1, ALL, 1);

    /** Checks the bounds. */
    public SamplingOptions {
        if (!(temperature >= 0 && temperature <= MAX_TEMPERATURE)) {
            throw new IllegalArgumentException(
                    "temperature must be 0.." + (int) MAX_TEMPERATURE + ", but was " + temperature);
        }
        if (topK < 1) {
            throw new IllegalArgumentException("top-k must be at least 1, but was " + topK);
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new IllegalArgumentException("top-p must be more than 0 and at most 1, but was " + topP);
        }
    }

    /**
     * The same at another temperature.
     *
     * @param newTemperature the temperature
     * @return the options
     */
    public SamplingOptions withTemperature(double newTemperature) {
        return new SamplingOptions(newTemperature, topK, topP);
    }

    /**
     * The same with another number of classes to draw from.
     *
     * @param newTopK how many, or {@link #ALL}
     * @return the options
     */
    public SamplingOptions withTopK(int newTopK) {
        return new SamplingOptions(temperature, newTopK, topP);
    }

    /**
     * The same with another probability to draw from.
     *
     * @param newTopP the probability
     * @return the options
     */
    public SamplingOptions withTopP(double newTopP) {
        return new SamplingOptions(temperature, topK, newTopP);
    }
}
