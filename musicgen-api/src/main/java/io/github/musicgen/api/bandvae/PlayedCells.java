package io.github.musicgen.api.bandvae;

/**
 * What an instrument plays in a segment.
 *
 * @param cells where and what
 * @param velocities how hard, 1 to 127 where something sounds // [steps * columns]
 * @param again whether it is the segment before once more
 */
public record PlayedCells(BandCells cells, byte[] velocities, boolean again) {}
