package io.github.musicgen.api.engine;

/**
 * Cells of one run, or of several that take their steps together, and the loops of a step: each over arrays from their beginning, as
 * HotSpot does not vectorize one over several parts of an array. It takes the first and last values of a loop one by one, so that few
 * long loops take less time than many short ones.
 */
final class LstmCells {
    static final int GATES = 4;

    private final float[] cell; // [cells]
    private final float[] hidden; // [cells]
    private final float[] gates; // [4 * cells]: i f o j
    private final float[] forget; // [cells]
    private final float[] out; // [cells]
    private final float[] fresh; // [cells]

    LstmCells(float[] cell, float[] hidden) {
        this.cell = cell;
        this.hidden = hidden;
        this.gates = new float[GATES * cell.length];
        this.forget = new float[cell.length];
        this.out = new float[cell.length];
        this.fresh = new float[cell.length];
    }

    float[] cell() {
        return cell;
    }

    float[] hidden() {
        return hidden;
    }

    float[] gates() {
        return gates;
    }

    /** From the gates before their functions to the next state of the first cells, whose gates lie without gaps. */
    void step(int cells) {
        Activations.sigmoid(gates, 0, 3 * cells);
        Activations.tanh(gates, 3 * cells, GATES * cells);
        System.arraycopy(gates, cells, forget, 0, cells);
        System.arraycopy(gates, 2 * cells, out, 0, cells);
        System.arraycopy(gates, 3 * cells, fresh, 0, cells);
        next(gates, forget, fresh, cell, cells);
        Activations.tanhOf(cell, hidden, cells);
        multiply(out, hidden, cells);
    }

    private static void next(float[] in, float[] forget, float[] fresh, float[] cell, int cells) {
        for (int i = 0; i < cells; i++) {
            cell[i] = forget[i] * cell[i] + in[i] * fresh[i];
        }
    }

    private static void multiply(float[] factors, float[] values, int cells) {
        for (int i = 0; i < cells; i++) {
            values[i] = factors[i] * values[i];
        }
    }
}
