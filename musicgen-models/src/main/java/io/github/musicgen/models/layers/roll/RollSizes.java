package io.github.musicgen.models.layers.roll;

import java.util.ArrayList;
import java.util.List;

/**
 * How large a {@link RollAutoencoder} is.
 *
 * @param steps of a roll
 * @param columns of a roll
 * @param planesRead what the encoder sees: 1 for what sounds, 2 for what starts, too
 * @param planesWritten what the decoder tells: 1 for what sounds, 3 for what starts and how hard, too
 * @param kernels the layers of the encoder, whose last patch is all that is left
 * @param latentSize how many numbers lie between
 * @param ownDeviations whether each number has a deviation of its own, not one for all
 * @param likelihood whether a roll costs what it is likely, in nats, not its squared error
 */
public record RollSizes(
        int steps,
        int columns,
        int planesRead,
        int planesWritten,
        List<PatchKernel> kernels,
        int latentSize,
        boolean ownDeviations,
        boolean likelihood) {
    /** Copies the list. */
    public RollSizes {
        kernels = List.copyOf(kernels);
    }

    int cells() {
        return steps * columns;
    }

    int encoderOutputs() {
        return latentSize + (ownDeviations ? latentSize : 1);
    }

    /** How the layers cut maps, for as many planes as the first one has. */
    List<PatchLayout> layouts(int planes) {
        List<PatchLayout> layouts = new ArrayList<>();
        int height = steps;
        int width = columns;
        int channels = planes;
        for (PatchKernel kernel : kernels) {
            layouts.add(new PatchLayout(height, width, channels, kernel));
            height /= kernel.steps();
            width /= kernel.columns();
            channels = kernel.filters();
        }
        if (height != 1 || width != 1) {
            throw new IllegalArgumentException(
                    "the last patch must be all that is left, but left " + height + " x " + width);
        }
        return layouts;
    }
}
