package io.github.musicgen.api.engine;

import java.util.List;

/** Runs of an attention block that take their steps together. */
final class AttentionBatch implements LayerBatch {
    private final AttentionLayer layer;
    private final List<LayerBatch> inner;
    private final LayerState[] innerStates; // [most]
    private final float[][] from; // [most], of the runs
    private final float[][] to; // [most], of the runs
    private final float[][] hidden; // [most][size], of the runs

    AttentionBatch(AttentionLayer layer, int most) {
        this.layer = layer;
        this.inner = layer.inner().stream().map(each -> each.batch(most)).toList();
        this.innerStates = new LayerState[most];
        this.from = new float[most][];
        this.to = new float[most][];
        this.hidden = new float[most][];
    }

    @Override
    public void begin(LayerState[] states, int count) {
        for (int i = 0; i < count; i++) {
            AttentionState state = (AttentionState) states[i];
            state.beginInput();
            from[i] = state.reading();
            to[i] = state.input();
        }
        layer.readingInputMix().addProducts(from, to, count);
    }

    @Override
    public void addAll(LayerState[] states, float[][] inputs, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = ((AttentionState) states[i]).input();
        }
        layer.inputMix().weights().addProducts(inputs, to, count);
    }

    @Override
    public void finish(LayerState[] states, float[][] outputs, int count) {
        stepInner(states, count);
        ask(states, count);
        mixOutputs(states, outputs, count);
        remember(states, outputs, count);
    }

    private void stepInner(LayerState[] states, int count) {
        for (int i = 0; i < count; i++) {
            hidden[i] = ((AttentionState) states[i]).input();
        }
        for (int depth = 0; depth < inner.size(); depth++) {
            for (int i = 0; i < count; i++) {
                innerStates[i] = ((AttentionState) states[i]).inner(depth);
            }
            inner.get(depth).begin(innerStates, count);
            inner.get(depth).addAll(innerStates, hidden, count);
            inner.get(depth).finish(innerStates, hidden, count);
        }
    }

    private void ask(LayerState[] states, int count) {
        for (int i = 0; i < count; i++) {
            AttentionState state = (AttentionState) states[i];
            from[i] = state.innerMemory();
            to[i] = state.beginQuery();
        }
        layer.query().weights().addProducts(from, to, count);
    }

    private void mixOutputs(LayerState[] states, float[][] outputs, int count) {
        for (int i = 0; i < count; i++) {
            AttentionState state = (AttentionState) states[i];
            from[i] = state.read();
            outputs[i] = state.beginOutput();
        }
        layer.outputMix().weights().addProducts(hidden, outputs, count);
        layer.readingOutputMix().addProducts(from, outputs, count);
    }

    private void remember(LayerState[] states, float[][] outputs, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = ((AttentionState) states[i]).beginKey();
        }
        layer.keys().addProducts(outputs, to, count);
        for (int i = 0; i < count; i++) {
            ((AttentionState) states[i]).remember();
        }
    }
}
