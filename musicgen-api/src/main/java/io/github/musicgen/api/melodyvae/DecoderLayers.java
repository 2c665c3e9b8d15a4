package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import java.util.List;

/**
 * What writes a melody: layers of LSTM cells that begin with tanh of a vector and are shown it, beside the latest event, at each step.
 * Without a conductor that vector is the melody's, for all steps. A conductor, which are layers of LSTM cells that begin with tanh of the
 * melody's vector, gives a vector of its own for each bar, and at each bar the layers begin anew with that.
 *
 * @param conductor units in each layer of the conductor, empty if there is none
 * @param layers units in each layer that writes events
 */
public record DecoderLayers(List<Integer> conductor, List<Integer> layers) {
    /** Checks the bounds; copies the lists. */
    public DecoderLayers {
        conductor = List.copyOf(conductor);
        layers = List.copyOf(layers);
        Bounds.requireAtMost("layers of the conductor", conductor.size(), MelodyRnnConfiguration.MAX_LAYERS);
        Bounds.require("layers of the decoder", layers.size(), MelodyRnnConfiguration.MAX_LAYERS);
        Bounds.requireUnits("units of a layer of the conductor", conductor);
        Bounds.requireUnits("units of a layer", layers);
    }

    /**
     * Layers without a conductor.
     *
     * @param units layer by layer
     * @return the layers
     */
    public static DecoderLayers flat(Integer... units) {
        return new DecoderLayers(List.of(), List.of(units));
    }

    /**
     * The same layers under a conductor.
     *
     * @param units of the conductor, layer by layer
     * @return the layers
     */
    public DecoderLayers under(Integer... units) {
        return new DecoderLayers(List.of(units), layers);
    }

    /**
     * Whether each bar has a vector of its own.
     *
     * @return whether there is a conductor
     */
    public boolean isConducted() {
        return !conductor.isEmpty();
    }
}
