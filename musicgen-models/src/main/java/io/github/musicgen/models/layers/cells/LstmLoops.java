package io.github.musicgen.models.layers.cells;

/**
 * The loops of an LSTM cell, each alone in its method, with one array for each gate: HotSpot does not vectorize a loop that
 * writes to several places of one array.
 */
final class LstmLoops {
    private LstmLoops() {}

    /** Sets the new cell. */
    static void cell(float[] in, float[] forget, float[] fresh, float[] before, float[] cell, int length) {
        for (int i = 0; i < length; i++) {
            cell[i] = forget[i] * before[i] + in[i] * fresh[i];
        }
    }

    /** Sets the output. */
    static void output(float[] out, float[] curved, float[] output, int length) {
        for (int i = 0; i < length; i++) {
            output[i] = out[i] * curved[i];
        }
    }

    /** From the gradient of the output to those of the output gate (before its sigmoid) and, added, of the cell. */
    static void backOutput(
            float[] outputGradient,
            float[] out,
            float[] curved,
            float[] outGradient,
            float[] cellGradient,
            int length) {
        for (int i = 0; i < length; i++) {
            float g = outputGradient[i];
            float o = out[i];
            float c = curved[i];
            outGradient[i] = g * c * o * (1 - o);
            cellGradient[i] = cellGradient[i] + g * o * (1 - c * c);
        }
    }

    /** From the gradient of the cell to those of the input gate and the new value, before their functions. */
    static void backInput(
            float[] cellGradient, float[] in, float[] fresh, float[] inGradient, float[] freshGradient, int length) {
        for (int i = 0; i < length; i++) {
            float g = cellGradient[i];
            float a = in[i];
            float j = fresh[i];
            inGradient[i] = g * j * a * (1 - a);
            freshGradient[i] = g * a * (1 - j * j);
        }
    }

    /** From the gradient of the cell to that of the forget gate, before its sigmoid, and of the cell before. */
    static void backForget(float[] cellGradient, float[] forget, float[] before, float[] forgetGradient, int length) {
        for (int i = 0; i < length; i++) {
            float g = cellGradient[i];
            float f = forget[i];
            forgetGradient[i] = g * before[i] * f * (1 - f);
            cellGradient[i] = g * f;
        }
    }
}
