package io.github.musicgen.api.engine;

/**
 * A layer of simple recurrent cells: {@code h' = tanh(x W + h U + b)}.
 *
 * @param inputWeights {@code inputSize x size}
 * @param recurrentWeights {@code size x size}
 * @param bias {@code size}
 */
public record TanhLayer(Matrix inputWeights, Matrix recurrentWeights, Vector bias) implements Layer {
    /** Checks that the shapes agree. */
    public TanhLayer {
        int size = recurrentWeights.rows();
        Shapes.require("recurrent weights", recurrentWeights, size, size);
        Shapes.require("input weights", inputWeights, inputWeights.rows(), size);
        Shapes.requireLength("bias", bias, size);
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
        return new RecurrentBatch(inputWeights, recurrentWeights, TanhLayer::activate, most);
    }

    private static void activate(LayerState[] states, float[][] outputs, int count) {
        for (int i = 0; i < count; i++) {
            outputs[i] = ((State) states[i]).activate();
        }
    }

    @Override
    public LayerState start() {
        return new State(this, new float[outputSize()]);
    }

    private static final class State implements RecurrentState {
        private final TanhLayer layer;
        private final float[] hidden; // [size]
        private final float[] sum; // [size]

        State(TanhLayer layer, float[] hidden) {
            this.layer = layer;
            this.hidden = hidden;
            this.sum = new float[hidden.length];
        }

        @Override
        public void begin() {
            layer.bias.copyTo(sum);
        }

        @Override
        public void add(int index, float value) {
            layer.inputWeights.addRow(index, value, sum);
        }

        @Override
        public void addAll(float[] input) {
            layer.inputWeights.addProduct(input, sum);
        }

        @Override
        public float[] finish() {
            layer.recurrentWeights.addProduct(hidden, sum);
            return activate();
        }

        @Override
        public float[] hidden() {
            return hidden;
        }

        @Override
        public float[] sums() {
            return sum;
        }

        float[] activate() {
            Activations.tanh(sum, 0, sum.length);
            System.arraycopy(sum, 0, hidden, 0, sum.length);
            return hidden;
        }

        @Override
        public int memorySize() {
            return hidden.length;
        }

        @Override
        public int writeMemory(float[] target, int offset) {
            System.arraycopy(hidden, 0, target, offset, hidden.length);
            return offset + hidden.length;
        }

        @Override
        public int readMemory(float[] source, int offset) {
            System.arraycopy(source, offset, hidden, 0, hidden.length);
            return offset + hidden.length;
        }

        @Override
        public State fork() {
            return new State(layer, hidden.clone());
        }
    }
}
