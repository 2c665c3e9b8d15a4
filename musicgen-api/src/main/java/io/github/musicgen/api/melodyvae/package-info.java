/**
 * A space of short melodies, or of short patterns of drums: a {@link io.github.musicgen.api.melodyvae.MelodyVae} encodes a stretch of a
 * few bars into a {@link io.github.musicgen.api.melodyvae.LatentVector} and decodes vectors into stretches, as the flat models of
 * MusicVAE do. {@link io.github.musicgen.api.melodyvae.LatentContents} says what stretches are made of; nothing else here knows.
 *
 * <p>For whoever runs or trains such models; who only wants music uses {@code io.github.musicgen.api.LatentModel}. Like every family
 * of models it assembles blocks of the engine and computes nothing itself but what lies between them.
 */
@NullMarked
package io.github.musicgen.api.melodyvae;

import org.jspecify.annotations.NullMarked;
