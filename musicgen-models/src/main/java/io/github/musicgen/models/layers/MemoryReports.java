package io.github.musicgen.models.layers;

import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;

/** How much memory a layer takes. */
final class MemoryReports {
    private MemoryReports() {}

    /**
     * A report.
     *
     * @param keptPerStep values of an example that are kept for each step
     * @param scratch values of an example that are overwritten in each step
     */
    static LayerMemoryReport of(FeedForwardLayer layer, InputType inputType, long keptPerStep, long scratch) {
        long steps = Math.max(1, ((InputType.InputTypeRecurrent) inputType).getTimeSeriesLength());
        long parameters = layer.initializer().numParams(layer);
        long working = steps * keptPerStep + scratch;
        return new LayerMemoryReport.Builder(
                        layer.getLayerName(), layer.getClass(), inputType, layer.getOutputType(-1, inputType))
                .standardMemory(parameters, layer.getIUpdater().stateSize(parameters))
                .workingMemory(0, working, 0, working)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }
}
