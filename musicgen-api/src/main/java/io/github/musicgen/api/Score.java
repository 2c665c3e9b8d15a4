package io.github.musicgen.api;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How likely a model finds a melody that is there.
 *
 * @param melody the melody
 * @param nats for each of its steps the negative logarithm of the event's probability; 0 for the first, which nothing foretells
 */
public record Score(Melody melody, List<Double> nats) {
    /** Before that, nothing was foretold. */
    private static final int FEWEST_STEPS = 2;

    /** Checks that there are two steps or more, and a value for each; copies the list. */
    public Score {
        requireSteps(melody);
        nats = List.copyOf(nats);
        if (nats.size() != melody.length()) {
            throw new IllegalArgumentException(
                    "a score must have " + melody.length() + " values, but had " + nats.size());
        }
    }

    /** Before the work is done. */
    static void requireSteps(Melody melody) {
        if (melody.length() < FEWEST_STEPS) {
            throw new IllegalArgumentException(
                    "a melody must have at least 2 steps to be scored, but had " + melody.length());
        }
    }

    /**
     * How a note surprised the model.
     *
     * @param step where it starts, counted from the start of the melody
     * @param pitch the note
     * @param nats the negative logarithm of its probability
     */
    public record NoteSurprise(int step, int pitch, double nats) {}

    /**
     * The average over all steps but the first.
     *
     * @return nats per step: 0 if the model foresaw everything
     */
    public double natsPerStep() {
        double sum = 0;
        for (double each : nats) {
            sum += each;
        }
        return sum / (nats.size() - 1);
    }

    /**
     * Among how many equally likely events the model had to choose, on average.
     *
     * @return e to the power of the nats per step
     */
    public double perplexity() {
        return StrictMath.exp(natsPerStep());
    }

    /**
     * The surprise of each note but one on the first step.
     *
     * @return in order of time
     */
    public List<NoteSurprise> notes() {
        return IntStream.range(1, melody.length())
                .filter(step -> melody.event(step) >= Pitch.MIN)
                .mapToObj(step -> new NoteSurprise(step, melody.event(step), nats.get(step)))
                .toList();
    }
}
