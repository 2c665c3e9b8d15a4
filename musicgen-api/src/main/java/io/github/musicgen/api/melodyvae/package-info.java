/**
 * A space of short melodies: a {@link io.github.musicgen.api.melodyvae.MelodyVae} encodes a melody of a few bars into a
 * {@link io.github.musicgen.api.melodyvae.LatentVector} and decodes vectors into melodies, as the flat models of MusicVAE do.
 *
 * <p>For whoever runs or trains such models; who only wants music uses {@code io.github.musicgen.api.LatentModel}. Like every family
 * of models it assembles blocks of the engine and computes nothing itself but what lies between them.
 */
@NullMarked
package io.github.musicgen.api.melodyvae;

import org.jspecify.annotations.NullMarked;
