package io.github.musicgen.api.bandvae;

/**
 * What an instrument plays in a segment.
 *
 * @param cells where and what
 * @param velocities how hard, 1 to 127 where something sounds // [steps * columns]
 * @param lag how many segments ago the one was that it is again; 0 for a new one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
public record PlayedCells(BandCells cells, byte[] velocities, int lag) {}
