package io.github.musicgen.api.engine;

/**
 * A layer of LSTM cells.
 *
 * <p>The columns of all weights are four blocks of {@code size}: <b>i f o j</b> (input gate, forget gate, output gate, new
 * value), so that the three that go through a sigmoid lie together. What other programs add to the forget gate at run time is
 * part of the bias here.
 *
 * @param inputWeights {@code inputSize x 4 size}
 * @param recurrentWeights {@code size x 4 size}
 * @param bias {@code 4 size}
 */
public record LstmLayer(Matrix inputWeights, Matrix recurrentWeights, Vector bias) implements Layer {
    private static final int GATES = 4;

    /** Checks that the shapes agree. */
    public LstmLayer {
        int columns = GATES * recurrentWeights.rows();
        Shapes.require("recurrent weights", recurrentWeights, recurrentWeights.rows(), columns);
        Shapes.require("input weights", inputWeights, inputWeights.rows(), columns);
        Shapes.requireLength("bias", bias, columns);
    }

    @Override
    public int inputSize() {
        return inputWeights.rows();
    }

    @Override
    public int outputSize() {
        return recurrentWeights.rows();
    }

    @Override
    public long parameterCount() {
        return (long) bias.length() * (inputSize() + outputSize() + 1);
    }

    @Override
    public LayerBatch batch(int most) {
        return new RecurrentBatch(inputWeights, recurrentWeights, most);
    }

    @Override
    public LayerState start() {
        return new State(this, new float[outputSize()], new float[outputSize()]);
    }

    /**
     * Starts a run from what it shall remember.
     *
     * @param memory holds the cell and, behind it, the output
     * @param offset where the cell begins
     * @return a state that belongs to one run
     */
    public LayerState start(float[] memory, int offset) {
        State state = new State(this, new float[outputSize()], new float[outputSize()]);
        state.readMemory(memory, offset);
        return state;
    }

    private static final class State implements RecurrentState {
        private final LstmLayer layer;
        private final float[] cell; // [size]
        private final float[] hidden; // [size]
        private final float[] gates; // [4 * size]: i f o j
        private final float[] forget; // [size]
        private final float[] out; // [size]
        private final float[] fresh; // [size]

        State(LstmLayer layer, float[] cell, float[] hidden) {
            this.layer = layer;
            this.cell = cell;
            this.hidden = hidden;
            this.gates = new float[GATES * hidden.length];
            this.forget = new float[hidden.length];
            this.out = new float[hidden.length];
            this.fresh = new float[hidden.length];
        }

        @Override
        public void begin() {
            layer.bias.copyTo(gates);
        }

        @Override
        public void add(int index, float value) {
            layer.inputWeights.addRow(index, value, gates);
        }

        @Override
        public void addAll(float[] input) {
            layer.inputWeights.addProduct(input, gates);
        }

        @Override
        public float[] finish() {
            layer.recurrentWeights.addProduct(hidden, gates);
            return activate();
        }

        @Override
        public float[] hidden() {
            return hidden;
        }

        @Override
        public float[] sums() {
            return gates;
        }

        @Override
        public float[] activate() {
            int size = hidden.length;
            Activations.sigmoid(gates, 0, 3 * size);
            Activations.tanh(gates, 3 * size, GATES * size);
            System.arraycopy(gates, size, forget, 0, size);
            System.arraycopy(gates, 2 * size, out, 0, size);
            System.arraycopy(gates, 3 * size, fresh, 0, size);
            LstmLoops.next(gates, forget, fresh, cell);
            LstmLoops.curve(cell, hidden);
            LstmLoops.multiply(out, hidden);
            return hidden;
        }

        @Override
        public int memorySize() {
            return 2 * hidden.length;
        }

        @Override
        public int writeMemory(float[] target, int offset) {
            System.arraycopy(cell, 0, target, offset, cell.length);
            System.arraycopy(hidden, 0, target, offset + cell.length, hidden.length);
            return offset + memorySize();
        }

        @Override
        public int readMemory(float[] source, int offset) {
            System.arraycopy(source, offset, cell, 0, cell.length);
            System.arraycopy(source, offset + cell.length, hidden, 0, hidden.length);
            return offset + memorySize();
        }

        @Override
        public State fork() {
            return new State(layer, cell.clone(), hidden.clone());
        }
    }
}
