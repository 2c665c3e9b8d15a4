package io.github.musicgen.api.engine;

import java.util.List;

/** One run of an attention block. */
final class AttentionState implements LayerState {
    private final AttentionLayer layer;
    private final List<RecurrentState> inner;
    private final AttentionMemory memory;
    private final float[] input; // [inputSize]
    private final float[] reading; // [size]
    private final float[] innerMemory; // [query inputs]
    private final float[] query; // [vector]
    private final float[] output; // [size]

    private AttentionState(AttentionLayer layer, List<RecurrentState> inner, AttentionMemory memory, float[] reading) {
        this.layer = layer;
        this.inner = inner;
        this.memory = memory;
        this.reading = reading;
        this.input = new float[layer.inputSize()];
        this.innerMemory = new float[layer.query().weights().rows()];
        this.query = new float[layer.score().length()];
        this.output = new float[layer.outputSize()];
    }

    static AttentionState start(AttentionLayer layer) {
        List<RecurrentState> inner = layer.inner().stream()
                .map(each -> (RecurrentState) each.start())
                .toList();
        int memorySize = inner.stream().mapToInt(RecurrentState::memorySize).sum();
        if (memorySize != layer.query().weights().rows()) {
            throw new IllegalArgumentException("query must have " + memorySize + " inputs, but had "
                    + layer.query().weights().rows());
        }
        AttentionMemory memory = new AttentionMemory(
                layer.length(), layer.outputSize(), layer.score().length());
        return new AttentionState(layer, inner, memory, new float[layer.outputSize()]);
    }

    @Override
    public void begin() {
        layer.inputMix().bias().copyTo(input);
        layer.readingInputMix().addProduct(reading, input);
    }

    @Override
    public void add(int index, float value) {
        layer.inputMix().weights().addRow(index, value, input);
    }

    @Override
    public void addAll(float[] values) {
        layer.inputMix().weights().addProduct(values, input);
    }

    @Override
    public float[] finish() {
        float[] hidden = stepInner();
        int end = 0;
        for (int i = 0; i < inner.size(); i++) {
            end = inner.get(i).writeMemory(innerMemory, end);
        }
        layer.query().apply(innerMemory, query);
        memory.read(query, layer.score(), reading);
        layer.outputMix().apply(hidden, output);
        layer.readingOutputMix().addProduct(reading, output);
        memory.remember(output, layer.keys());
        return output;
    }

    private float[] stepInner() {
        float[] values = input;
        for (int i = 0; i < inner.size(); i++) {
            RecurrentState each = inner.get(i);
            each.begin();
            each.addAll(values);
            values = each.finish();
        }
        return values;
    }

    @Override
    public AttentionState fork() {
        List<RecurrentState> forked = inner.stream().map(RecurrentState::fork).toList();
        return new AttentionState(layer, forked, memory.fork(), reading.clone());
    }

    /** The weights that the last step gave to the outputs remembered then, the most recent one first. */
    float[] attention() {
        return memory.attention();
    }
}
