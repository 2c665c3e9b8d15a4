package io.github.musicgen.models.layers.roll;

/**
 * A layer of patches: a convolution whose stride is its kernel.
 *
 * @param filters numbers at each patch
 * @param steps of a patch
 * @param columns of a patch
 */
public record PatchKernel(int filters, int steps, int columns) {}
