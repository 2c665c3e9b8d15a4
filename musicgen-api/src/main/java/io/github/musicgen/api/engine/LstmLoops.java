package io.github.musicgen.api.engine;

/** The loops of a cell, each over whole arrays from their beginning: HotSpot does not vectorize one over several parts of an array. */
final class LstmLoops {
    private LstmLoops() {}

    /** From the cell to the next; what lies behind the input gate is not read. */
    static void next(float[] in, float[] forget, float[] fresh, float[] cell) {
        for (int i = 0; i < cell.length; i++) {
            cell[i] = forget[i] * cell[i] + in[i] * fresh[i];
        }
    }

    static void curve(float[] cell, float[] curved) {
        for (int i = 0; i < cell.length; i++) {
            curved[i] = Activations.tanh(cell[i]);
        }
    }

    static void multiply(float[] factors, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = factors[i] * values[i];
        }
    }
}
