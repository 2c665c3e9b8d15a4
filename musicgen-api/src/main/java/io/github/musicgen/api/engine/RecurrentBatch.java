package io.github.musicgen.api.engine;

/** Runs of a layer of cells that take their steps together. */
final class RecurrentBatch implements LayerBatch {
    private final Matrix inputWeights;
    private final Matrix recurrentWeights;
    private final float[][] hidden; // [most][size], of the runs
    private final float[][] sums; // [most][columns], of the runs

    RecurrentBatch(Matrix inputWeights, Matrix recurrentWeights, int most) {
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.hidden = new float[most][];
        this.sums = new float[most][];
    }

    @Override
    public void begin(LayerState[] states, int count) {
        for (int i = 0; i < count; i++) {
            states[i].begin();
        }
    }

    @Override
    public void addAll(LayerState[] states, float[][] inputs, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = ((RecurrentState) states[i]).sums();
        }
        inputWeights.addProducts(inputs, sums, count);
    }

    @Override
    public void finish(LayerState[] states, float[][] outputs, int count) {
        for (int i = 0; i < count; i++) {
            RecurrentState state = (RecurrentState) states[i];
            hidden[i] = state.hidden();
            sums[i] = state.sums();
        }
        recurrentWeights.addProducts(hidden, sums, count);
        for (int i = 0; i < count; i++) {
            outputs[i] = ((RecurrentState) states[i]).activate();
        }
    }
}
