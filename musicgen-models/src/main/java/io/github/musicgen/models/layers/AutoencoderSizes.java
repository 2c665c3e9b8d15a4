package io.github.musicgen.models.layers;

import java.util.List;

/**
 * How large a {@link SequenceAutoencoder} is.
 *
 * @param classes how many classes an event has
 * @param steps how many events a sequence has
 * @param encoderUnits LSTM cells that read a sequence from its start, and as many from its end
 * @param decoderLayers LSTM cells in each layer that writes it
 * @param latentSize how many numbers lie between
 */
public record AutoencoderSizes(int classes, int steps, int encoderUnits, List<Integer> decoderLayers, int latentSize) {
    /** Copies the list. */
    public AutoencoderSizes {
        decoderLayers = List.copyOf(decoderLayers);
    }

    /** What the layers of the decoder remember: a cell and an output of each. */
    int memory() {
        return 2 * decoderLayers.stream().mapToInt(Integer::intValue).sum();
    }
}
