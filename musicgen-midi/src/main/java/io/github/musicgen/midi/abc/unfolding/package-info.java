/**
 * The order in which a tune is played: {@code Route} makes repeats, endings, parts and jumps a list of spans.
 *
 * <p>Internal: for the packages of ABC notation alone. Whatever makes a list longer here is paid from the {@code Budget}.
 */
@NullMarked
package io.github.musicgen.midi.abc.unfolding;

import org.jspecify.annotations.NullMarked;
