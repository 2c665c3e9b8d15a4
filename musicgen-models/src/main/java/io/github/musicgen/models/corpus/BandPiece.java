package io.github.musicgen.models.corpus;

import io.github.musicgen.api.bandvae.BandRolls;

/**
 * A piece that a band can play.
 *
 * @param name where it comes from
 * @param rolls what its instruments play
 * @param mark a hash of that, the same wherever and whatever the file is called
 */
public record BandPiece(String name, BandRolls rolls, String mark) {}
