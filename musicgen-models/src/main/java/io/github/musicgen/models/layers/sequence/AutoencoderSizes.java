package io.github.musicgen.models.layers.sequence;

import java.util.List;

/**
 * How large a {@link SequenceAutoencoder} is.
 *
 * @param inputs how many numbers the layers that read are shown of an event: as many as there are classes, or others
 * @param classes how many classes an event has
 * @param steps how many events a sequence has
 * @param bars into how many bars, all of one length, it is divided
 * @param barLayers LSTM cells, in each layer that reads every bar by itself, from its start, and as many from its end; none if
 *     sequences are read as a whole
 * @param encoderLayers the same of the layers that read what came of the bars, or whole sequences
 * @param conductorLayers LSTM cells in each layer that makes a point of its own for each bar, none if all bars have that of the sequence
 * @param decoderLayers LSTM cells in each layer that writes events
 * @param latentSize how many numbers lie between
 */
public record AutoencoderSizes(
        int inputs,
        int classes,
        int steps,
        int bars,
        List<Integer> barLayers,
        List<Integer> encoderLayers,
        List<Integer> conductorLayers,
        List<Integer> decoderLayers,
        int latentSize) {
    /** Checks that bars are of one length; copies the lists. */
    public AutoencoderSizes {
        if (bars < 1 || steps % bars != 0) {
            throw new IllegalArgumentException(steps + " steps must be so many bars of one length, but were " + bars);
        }
        barLayers = List.copyOf(barLayers);
        encoderLayers = List.copyOf(encoderLayers);
        conductorLayers = List.copyOf(conductorLayers);
        decoderLayers = List.copyOf(decoderLayers);
    }

    /**
     * Sizes of one that knows no bars, and is shown the class of each event as one number of many.
     *
     * @param classes how many classes an event has
     * @param steps how many events a sequence has
     * @param encoderUnits LSTM cells that read a sequence from its start, and as many from its end
     * @param decoderLayers LSTM cells in each layer that writes it
     * @param latentSize how many numbers lie between
     */
    public AutoencoderSizes(int classes, int steps, int encoderUnits, List<Integer> decoderLayers, int latentSize) {
        this(classes, classes, steps, 1, List.of(), List.of(encoderUnits), List.of(), decoderLayers, latentSize);
    }

    int stepsPerBar() {
        return steps / bars;
    }

    /** How many numbers are left of what was read. */
    int outcome() {
        return 2 * encoderLayers.get(encoderLayers.size() - 1);
    }

    boolean isConducted() {
        return !conductorLayers.isEmpty();
    }

    /** How many numbers the layers that write events are shown beside the event. */
    int shown() {
        return isConducted() ? conductorLayers.get(conductorLayers.size() - 1) : latentSize;
    }

    /** What layers remember: a cell and an output of each. */
    static int memory(List<Integer> layers) {
        return 2 * layers.stream().mapToInt(Integer::intValue).sum();
    }
}
