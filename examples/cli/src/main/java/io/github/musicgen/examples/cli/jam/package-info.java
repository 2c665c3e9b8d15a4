/**
 * The command {@code jam}: somebody plays, the model answers. {@link io.github.musicgen.examples.cli.jam.Partner} answers; what is
 * heard comes from a MIDI input ({@code LiveJam}), from keys ({@code LiveJam}, too) or from lines ({@code LineJam}). Nothing here
 * asks the clock but {@code JamCommand}, so that tests need not wait.
 */
@NullMarked
package io.github.musicgen.examples.cli.jam;

import org.jspecify.annotations.NullMarked;
