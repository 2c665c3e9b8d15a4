package io.github.musicgen.api.engine;

import java.util.List;

/**
 * One run of an attention block: what it remembers, and the buffers of a step. The order of a step is written in {@link
 * AttentionBatch}; a run alone is a batch of one.
 */
final class AttentionState implements LayerState {
    private final AttentionLayer layer;
    private final List<RecurrentState> inner;
    private final AttentionMemory memory;
    private final float[] input; // [inputSize]
    private final float[] reading; // [size]
    private final float[] innerMemory; // [query inputs]
    private final float[] query; // [vector]
    private final float[] output; // [size]
    private final AttentionBatch batch;
    private final LayerState[] alone = {this};
    private final float[][] one = new float[1][]; // the input or the output of a run alone

    private AttentionState(AttentionLayer layer, List<RecurrentState> inner, AttentionMemory memory, float[] reading) {
        this.layer = layer;
        this.inner = inner;
        this.memory = memory;
        this.reading = reading;
        this.input = new float[layer.inputSize()];
        this.innerMemory = new float[layer.query().weights().rows()];
        this.query = new float[layer.score().length()];
        this.output = new float[layer.outputSize()];
        this.batch = new AttentionBatch(layer, 1);
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
        batch.begin(alone, 1);
    }

    @Override
    public void add(int index, float value) {
        layer.inputMix().weights().addRow(index, value, input);
    }

    @Override
    public void addAll(float[] values) {
        one[0] = values;
        batch.addAll(alone, one, 1);
    }

    @Override
    public float[] finish() {
        batch.finish(alone, one, 1);
        return one[0];
    }

    /** Where the input of a step is summed up, the reading of the last step with it. */
    float[] input() {
        return input;
    }

    /** What was read from memory last. */
    float[] reading() {
        return reading;
    }

    void beginInput() {
        layer.inputMix().bias().copyTo(input);
    }

    RecurrentState inner(int depth) {
        return inner.get(depth);
    }

    /** The cells and outputs of all inner layers. */
    float[] innerMemory() {
        int end = 0;
        for (int i = 0; i < inner.size(); i++) {
            end = inner.get(i).writeMemory(innerMemory, end);
        }
        return innerMemory;
    }

    /** The query before its product. */
    float[] beginQuery() {
        layer.query().bias().copyTo(query);
        return query;
    }

    /** Reads from memory what answers the query. */
    float[] read() {
        memory.read(query, layer.score(), reading);
        return reading;
    }

    /** The output before its products. */
    float[] beginOutput() {
        layer.outputMix().bias().copyTo(output);
        return output;
    }

    /** The key of the output before its product. */
    float[] beginKey() {
        return memory.beginKey();
    }

    /** Remembers the output with its key. */
    void remember() {
        memory.remember(output);
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
