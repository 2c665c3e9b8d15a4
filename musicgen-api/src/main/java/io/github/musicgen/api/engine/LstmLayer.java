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
    /** Checks that the shapes agree. */
    public LstmLayer {
        int columns = LstmCells.GATES * recurrentWeights.rows();
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
        return new RecurrentBatch(inputWeights, recurrentWeights, new Together(outputSize(), most), most);
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
        private final LstmCells cells;

        State(LstmLayer layer, float[] cell, float[] hidden) {
            this.layer = layer;
            this.cells = new LstmCells(cell, hidden);
        }

        @Override
        public void begin() {
            layer.bias.copyTo(cells.gates());
        }

        @Override
        public void add(int index, float value) {
            layer.inputWeights.addRow(index, value, cells.gates());
        }

        @Override
        public void addAll(float[] input) {
            layer.inputWeights.addProduct(input, cells.gates());
        }

        @Override
        public float[] finish() {
            layer.recurrentWeights.addProduct(cells.hidden(), cells.gates());
            cells.step(layer.outputSize());
            return cells.hidden();
        }

        @Override
        public float[] hidden() {
            return cells.hidden();
        }

        @Override
        public float[] sums() {
            return cells.gates();
        }

        @Override
        public int memorySize() {
            return 2 * cells.hidden().length;
        }

        @Override
        public int writeMemory(float[] target, int offset) {
            float[] cell = cells.cell();
            float[] hidden = cells.hidden();
            System.arraycopy(cell, 0, target, offset, cell.length);
            System.arraycopy(hidden, 0, target, offset + cell.length, hidden.length);
            return offset + memorySize();
        }

        @Override
        public int readMemory(float[] source, int offset) {
            float[] cell = cells.cell();
            float[] hidden = cells.hidden();
            System.arraycopy(source, offset, cell, 0, cell.length);
            System.arraycopy(source, offset + cell.length, hidden, 0, hidden.length);
            return offset + memorySize();
        }

        @Override
        public State fork() {
            return new State(layer, cells.cell().clone(), cells.hidden().clone());
        }
    }

    /** Ends the steps of several runs at once, in arrays that hold their cells one behind the other. */
    private static final class Together implements RecurrentBatch.Ending {
        /** With all their gates, so many lie in the first cache. */
        private static final int CELLS = 1024;

        private final int size;
        private final int most;
        private final LstmCells all;

        Together(int size, int most) {
            this.size = size;
            this.most = Math.min(most, Math.max(1, CELLS / size));
            this.all = new LstmCells(new float[this.most * size], new float[this.most * size]);
        }

        @Override
        public void activate(LayerState[] states, float[][] outputs, int count) {
            for (int first = 0; first < count; first += most) {
                int some = Math.min(most, count - first);
                for (int i = 0; i < some; i++) {
                    gather(((State) states[first + i]).cells, i, some);
                }
                all.step(some * size);
                for (int i = 0; i < some; i++) {
                    LstmCells cells = ((State) states[first + i]).cells;
                    System.arraycopy(all.cell(), i * size, cells.cell(), 0, size);
                    System.arraycopy(all.hidden(), i * size, cells.hidden(), 0, size);
                    outputs[first + i] = cells.hidden();
                }
            }
        }

        private void gather(LstmCells cells, int index, int some) {
            for (int gate = 0; gate < LstmCells.GATES; gate++) {
                System.arraycopy(cells.gates(), gate * size, all.gates(), (gate * some + index) * size, size);
            }
            System.arraycopy(cells.cell(), 0, all.cell(), index * size, size);
        }
    }
}
