package io.github.musicgen.models.layers.roll;

/**
 * Where the numbers of a map lie, and where those of its patches. A map is {@code [channels][cells][batch]}, its patches are {@code
 * [patchSize][patches][batch]}: so rows of a product are the patches of all examples.
 */
final class PatchLayout {
    private final int channels;
    private final int filters;
    private final int cells;
    private final int patches;
    private final int patchSize;
    private final int[] sources; // [patchSize * patches]: channel and cell that lies there

    PatchLayout(int steps, int columns, int channels, PatchKernel kernel) {
        this.channels = channels;
        this.filters = kernel.filters();
        this.cells = steps * columns;
        int across = columns / kernel.columns();
        this.patches = steps / kernel.steps() * across;
        this.patchSize = kernel.steps() * kernel.columns() * channels;
        if ((long) patches * patchSize != (long) cells * channels) {
            throw new IllegalArgumentException("patches of " + kernel.steps() + " x " + kernel.columns()
                    + " must cover a map, but it was " + steps + " x " + columns);
        }
        sources = new int[patchSize * patches];
        for (int cell = 0; cell < cells; cell++) {
            int step = cell / columns;
            int column = cell % columns;
            int patch = step / kernel.steps() * across + column / kernel.columns();
            int place = step % kernel.steps() * kernel.columns() + column % kernel.columns();
            for (int channel = 0; channel < channels; channel++) {
                sources[(place * channels + channel) * patches + patch] = channel * cells + cell;
            }
        }
    }

    int channels() {
        return channels;
    }

    int filters() {
        return filters;
    }

    int cells() {
        return cells;
    }

    int patches() {
        return patches;
    }

    int patchSize() {
        return patchSize;
    }

    int fineLength(int batch) {
        return cells * channels * batch;
    }

    int coarseLength(int batch) {
        return patches * filters * batch;
    }

    void gather(float[] map, float[] gathered, int batch) {
        for (int i = 0; i < sources.length; i++) {
            System.arraycopy(map, sources[i] * batch, gathered, i * batch, batch);
        }
    }

    void scatter(float[] gathered, float[] map, int batch) {
        for (int i = 0; i < sources.length; i++) {
            System.arraycopy(gathered, i * batch, map, sources[i] * batch, batch);
        }
    }
}
