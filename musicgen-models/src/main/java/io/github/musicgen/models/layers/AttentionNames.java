package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.GateNames;
import java.util.List;

/** What the parameters and the memory of an attention layer are called, beside those of the cells inside. */
final class AttentionNames {
    static final String INPUT_MIX = "inputMixW";
    static final String INPUT_MIX_READING = "inputMixR";
    static final String INPUT_MIX_BIAS = "inputMixb";
    static final String QUERY = "queryW";
    static final String QUERY_BIAS = "queryb";
    static final String KEYS = "keys";
    static final String SCORE = "score";
    static final String OUTPUT_MIX = "outputMixW";
    static final String OUTPUT_MIX_READING = "outputMixR";
    static final String OUTPUT_MIX_BIAS = "outputMixb";

    /** What was read in the last step. */
    static final String READING = "prevReading";

    /** The outputs that are looked back at, the oldest first. */
    static final String WINDOW = "prevOutputs";

    private AttentionNames() {}

    /** The parameters for so many inputs and outputs, and a memory of so many values. */
    static List<ParameterShape> shapes(long inputs, long outputs, long memory) {
        return List.of(
                weights(INPUT_MIX, inputs, inputs, inputs + outputs),
                weights(INPUT_MIX_READING, outputs, inputs, inputs + outputs),
                bias(INPUT_MIX_BIAS, inputs),
                weights(QUERY, memory, outputs, memory),
                bias(QUERY_BIAS, outputs),
                weights(KEYS, outputs, outputs, outputs),
                weights(SCORE, 1, outputs, outputs),
                weights(OUTPUT_MIX, outputs, outputs, 2 * outputs),
                weights(OUTPUT_MIX_READING, outputs, outputs, 2 * outputs),
                bias(OUTPUT_MIX_BIAS, outputs));
    }

    private static ParameterShape weights(String name, long rows, long columns, long fanIn) {
        return ParameterShape.weights(name, rows, columns, (double) fanIn, (double) columns, false);
    }

    private static ParameterShape bias(String name, long columns) {
        return ParameterShape.bias(name, columns, 0, 0, 0);
    }

    /** Of the cells of a layer inside. */
    static GateNames cells(int index) {
        return new GateNames("W" + index, "RW" + index, "b" + index, "prevAct" + index, "prevMem" + index);
    }
}
