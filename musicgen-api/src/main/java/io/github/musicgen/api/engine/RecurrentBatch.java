package io.github.musicgen.api.engine;

/** Runs of a layer of cells that take their steps together. */
final class RecurrentBatch implements LayerBatch {
    private final Matrix inputWeights;
    private final Matrix recurrentWeights;
    private final float[][] hidden; // [most][size], of the runs
    private final float[][] sums; // [most][columns], of the runs
    private final Ending ending;

    /** How the sums of runs, whose products are all there, become their outputs. */
    interface Ending {
        void activate(LayerState[] states, float[][] outputs, int count);
    }

    RecurrentBatch(Matrix inputWeights, Matrix recurrentWeights, Ending ending, int most) {
        this.inputWeights = inputWeights;
        this.recurrentWeights = recurrentWeights;
        this.ending = ending;
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
        ending.activate(states, outputs, count);
    }
}
