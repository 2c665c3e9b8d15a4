package io.github.musicgen.models.layers.cells;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** LSTM cells with the gates i f o j. */
public final class LstmCells extends GatedCells {
    /** How many gates a cell has. */
    public static final int GATES = 4;

    private static final int IN = 0;
    private static final int FORGET = 1;
    private static final int OUT = 2;
    private static final int FRESH = 3;

    private final GateNames names;
    private float[][] in = {}; // [steps][size * batch], as all below
    private float[][] forget = {};
    private float[][] out = {};
    private float[][] fresh = {};
    private float[][] cells = {}; // [steps + 1], the first before the first step
    private float[][] curved = {}; // tanh of the cell
    private float[] output = {}; // [size * batch]
    private float[] cellGradient = {}; // [size * batch]
    private int lastStep;

    /**
     * Cells of a layer.
     *
     * @param inputSize width of the input
     * @param size how many cells
     * @param names what the parameters are called
     */
    public LstmCells(int inputSize, int size, GateNames names) {
        super(inputSize, size, GATES, names);
        this.names = names;
    }

    @Override
    void makeRoom(int steps, int length) {
        in = Floats.atLeast(in, steps, length);
        forget = Floats.atLeast(forget, steps, length);
        out = Floats.atLeast(out, steps, length);
        fresh = Floats.atLeast(fresh, steps, length);
        cells = Floats.atLeast(cells, steps + 1, length);
        curved = Floats.atLeast(curved, steps, length);
        output = Floats.atLeast(output, length);
        cellGradient = Floats.atLeast(cellGradient, length);
        lastStep = steps - 1;
    }

    @Override
    public void remember(Map<String, float[]> memory) {
        super.remember(memory);
        float[] before = memory.get(names.cell());
        if (before == null) {
            Arrays.fill(cells[0], 0);
        } else {
            System.arraycopy(before, 0, cells[0], 0, length());
        }
    }

    @Override
    public Map<String, float[]> memory() {
        Map<String, float[]> memory = new LinkedHashMap<>();
        writeHidden(memory);
        memory.put(names.cell(), Arrays.copyOf(cells[lastStep + 1], length()));
        return memory;
    }

    @Override
    float[] activate(int step, int length) {
        sum(IN, in[step], length);
        sum(FORGET, forget[step], length);
        sum(OUT, out[step], length);
        sum(FRESH, fresh[step], length);
        Curves.sigmoid(in[step], biases[IN], length);
        Curves.sigmoid(forget[step], biases[FORGET], length);
        Curves.sigmoid(out[step], biases[OUT], length);
        Curves.tanh(fresh[step], biases[FRESH], length);
        LstmLoops.cell(in[step], forget[step], fresh[step], cells[step], cells[step + 1], length);
        Curves.tanhOf(cells[step + 1], curved[step], length);
        LstmLoops.output(out[step], curved[step], output, length);
        mask(step, cells[step + 1]);
        return output;
    }

    /**
     * The cell after a step.
     *
     * @param step the step
     * @return not to be written to
     */
    public float[] cell(int step) {
        return cells[step + 1];
    }

    @Override
    public void beginBackward(Function<String, INDArray> gradients) {
        super.beginBackward(gradients);
        Arrays.fill(cellGradient, 0);
    }

    /**
     * Adds to the gradient of the cell after the step that is gone back next.
     *
     * @param gradient what is added
     */
    public void addCellGradient(float[] gradient) {
        Floats.add(gradient, cellGradient, length());
    }

    /**
     * The gradient of the cell before the step that was gone back last.
     *
     * @return not to be written to
     */
    public float[] cellGradient() {
        return cellGradient;
    }

    @Override
    void differentiate(int step, float[] outputGradient, int length) {
        mask(step, cellGradient);
        LstmLoops.backOutput(outputGradient, out[step], curved[step], gateGradients[OUT], cellGradient, length);
        LstmLoops.backInput(cellGradient, in[step], fresh[step], gateGradients[IN], gateGradients[FRESH], length);
        LstmLoops.backForget(cellGradient, forget[step], cells[step], gateGradients[FORGET], length);
    }
}
