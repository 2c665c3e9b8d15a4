package io.github.musicgen.models.training.bandvae;

/**
 * What follows what, as the autoencoders of a band see it.
 *
 * @param learned in what is learned
 * @param watched in what tells when to stop
 */
record Follows(Successions learned, Successions watched) {}
