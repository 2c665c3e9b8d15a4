package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.Columns;

/**
 * A segment of one instrument, to be learned in any key.
 *
 * @param states of its cells // [steps * columns]
 * @param velocities of its notes // [steps * columns]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
record SegmentRoll(byte[] states, byte[] velocities) {
    SegmentRoll moved(int columns, int semitones) {
        return semitones == 0
                ? this
                : new SegmentRoll(
                        Columns.moved(states, columns, columns, semitones),
                        Columns.moved(velocities, columns, columns, semitones));
    }
}
