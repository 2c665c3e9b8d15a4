package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import java.util.List;

/**
 * What reads a melody: layers of LSTM cells, each of as many that read from the start as read from the end. A layer above the first is
 * shown what both directions of the one below gave at each step.
 *
 * @param ofBars units of each direction in the layers that read every bar by itself, so that those above are shown a bar at a time;
 *     empty if the melody is read as a whole
 * @param layers units of each direction in the layers that read the bars, or the whole melody
 */
public record EncoderLayers(List<Integer> ofBars, List<Integer> layers) {
    /** Checks the bounds; copies the lists. */
    public EncoderLayers {
        ofBars = List.copyOf(ofBars);
        layers = List.copyOf(layers);
        Bounds.requireAtMost("layers of the encoder of bars", ofBars.size(), MelodyRnnConfiguration.MAX_LAYERS);
        Bounds.require("layers of the encoder", layers.size(), MelodyRnnConfiguration.MAX_LAYERS);
        Bounds.requireUnits("units of the encoder of bars", ofBars);
        Bounds.requireUnits("units of the encoder", layers);
    }

    /**
     * Layers that read a melody as a whole, step by step.
     *
     * @param units of each direction, layer by layer
     * @return the layers
     */
    public static EncoderLayers whole(Integer... units) {
        return new EncoderLayers(List.of(), List.of(units));
    }

    /**
     * A layer that reads every bar by itself, and one that reads what came of the bars.
     *
     * @param ofBars units of each direction of the first
     * @param units of each direction of the second
     * @return the layers
     */
    public static EncoderLayers byBars(int ofBars, int units) {
        return new EncoderLayers(List.of(ofBars), List.of(units));
    }

    /**
     * Whether every bar is read by itself at first.
     *
     * @return whether there are layers of bars
     */
    public boolean readsBars() {
        return !ofBars.isEmpty();
    }

    /** How many numbers are left of a melody: what both directions of the last layer read last. */
    int outcome() {
        return 2 * layers.get(layers.size() - 1);
    }
}
