package io.github.musicgen.api;

import io.github.musicgen.representation.melody.Melody;

/**
 * One step of a continuation, as it was chosen.
 *
 * @param index steps since the continuation began, from 0 on
 * @param event a pitch that starts, {@link Melody#NOTE_OFF} or {@link Melody#NO_EVENT}
 * @param tick where in the music the step lies
 * @param seconds when it is played
 * @param surprise how unlikely the model found the event, in nats: the negative logarithm of its probability
 */
public record Step(int index, int event, long tick, double seconds, double surprise) {}
