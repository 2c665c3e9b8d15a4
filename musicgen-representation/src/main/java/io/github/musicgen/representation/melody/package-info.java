/**
 * Music as one event for each step: {@link io.github.musicgen.representation.melody.Melody}, one line of notes, and
 * {@link io.github.musicgen.representation.melody.DrumPattern}, what is struck on drums. A
 * {@link io.github.musicgen.representation.melody.MelodyExtractor} and a
 * {@link io.github.musicgen.representation.melody.DrumExtractor} find them in quantized music.
 *
 * <p>For encodings, generators and trainers; the package itself knows only {@code sequence} and {@code time}. A new class here is
 * an immutable value ({@link io.github.musicgen.representation.melody.KeyHistogram} alone is not: encoders keep one up to date
 * note by note). Whatever is passed over on the way from notes to melodies is reported with its reason, never dropped in
 * silence; whatever grows with a step number is bounded, because a file of a few bytes can name any step.
 */
@NullMarked
package io.github.musicgen.representation.melody;

import org.jspecify.annotations.NullMarked;
