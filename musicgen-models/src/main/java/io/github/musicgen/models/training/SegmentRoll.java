package io.github.musicgen.models.training;

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
                : new SegmentRoll(moved(states, columns, semitones), moved(velocities, columns, semitones));
    }

    private static byte[] moved(byte[] cells, int columns, int semitones) {
        byte[] moved = new byte[cells.length];
        for (int i = 0; i < cells.length; i++) {
            int column = i % columns + semitones;
            if (column >= 0 && column < columns) {
                moved[i + semitones] = cells[i];
            }
        }
        return moved;
    }
}
