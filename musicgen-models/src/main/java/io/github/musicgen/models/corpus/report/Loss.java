package io.github.musicgen.models.corpus.report;

/**
 * What a limit cost.
 *
 * @param times how often it struck: melodies, or parts and stretches of parts where it struck before there was a melody
 * @param steps steps of melodies that were lost; 0 where the limit struck before there was a melody
 */
public record Loss(int times, long steps) {
    static final Loss NONE = new Loss(0, 0);

    Loss plus(Loss other) {
        return new Loss(times + other.times, steps + other.steps);
    }
}
