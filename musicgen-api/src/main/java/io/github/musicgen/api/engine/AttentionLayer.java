package io.github.musicgen.api.engine;

import java.util.List;

/**
 * Recurrent layers that look back at their own last outputs, as in "Grammar as a Foreign Language" (Vinyals et al.) and
 * TensorFlow's {@code AttentionCellWrapper}.
 *
 * <p>Each step mixes what was read last time into the input, runs the inner layers, compares their memory with each remembered
 * output, reads a weighted mean of those, and mixes that into the output, which is then remembered in place of the oldest.
 * Outputs from before the start count as zeros and are not masked.
 *
 * @param inner the layers inside: one, or a whole stack
 * @param length how many outputs are remembered
 * @param inputMix {@code inputSize -> inputSize}, with the bias of the mix
 * @param readingInputMix {@code size x inputSize}: what was read last time, into the input
 * @param query {@code memory -> vector}: the memory of all inner layers (cell, then output, of each)
 * @param keys {@code size x vector}: a remembered output
 * @param score the weight of each place of the comparison
 * @param outputMix {@code size -> size}, with the bias of the mix
 * @param readingOutputMix {@code size x size}: what was read, into the output
 */
public record AttentionLayer(
        List<Layer> inner,
        int length,
        Dense inputMix,
        Matrix readingInputMix,
        Dense query,
        Matrix keys,
        Vector score,
        Dense outputMix,
        Matrix readingOutputMix)
        implements Layer {

    /** Checks that the shapes agree. */
    public AttentionLayer {
        inner = List.copyOf(inner);
        if (length < 1) {
            throw new IllegalArgumentException("attention length must be 1 or more, but was " + length);
        }
        int input = inner.get(0).inputSize();
        int size = inner.get(inner.size() - 1).outputSize();
        Shapes.require("input mix", inputMix.weights(), input, input);
        Shapes.require("mix of the reading into the input", readingInputMix, size, input);
        Shapes.require("query", query.weights(), query.weights().rows(), score.length());
        Shapes.require("keys", keys, size, score.length());
        Shapes.require("output mix", outputMix.weights(), size, size);
        Shapes.require("mix of the reading into the output", readingOutputMix, size, size);
    }

    @Override
    public int inputSize() {
        return readingInputMix.columns();
    }

    @Override
    public int outputSize() {
        return readingOutputMix.columns();
    }

    @Override
    public long parameterCount() {
        long own = inputMix.parameterCount() + query.parameterCount() + outputMix.parameterCount() + score.length();
        long matrices = (long) readingInputMix.rows() * readingInputMix.columns()
                + (long) keys.rows() * keys.columns()
                + (long) readingOutputMix.rows() * readingOutputMix.columns();
        return own + matrices + inner.stream().mapToLong(Layer::parameterCount).sum();
    }

    @Override
    public LayerState start() {
        return AttentionState.start(this);
    }

    @Override
    public LayerBatch batch(int most) {
        return new AttentionBatch(this, most);
    }
}
