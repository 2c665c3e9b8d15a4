/**
 * The random source of generation, pinned to published vectors so that a seed is a song on every machine.
 *
 * <p>Everything that generates may use this package; it uses nothing but {@code java.lang}. A class added here owes reference
 * vectors made by another program, and may use neither floating point that differs between machines nor a source of chance of
 * its own.
 */
@NullMarked
package io.github.musicgen.api.random;

import org.jspecify.annotations.NullMarked;
