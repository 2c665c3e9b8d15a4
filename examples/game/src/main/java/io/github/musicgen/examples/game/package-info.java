/**
 * A game whose music follows play.
 *
 * <p>The picture: {@code World} (what happens) and {@code Soundtrack} (what is heard) are told of each frame by {@code GameLoop}.
 * The soundtrack orders a bar from a {@code Workshop} shortly before the one that sounds is over; a {@code Composer} makes it, in
 * slices between frames or on a thread of its own. {@code Window} shows it all, {@code HeadlessRun} measures it.
 */
@NullMarked
package io.github.musicgen.examples.game;

import org.jspecify.annotations.NullMarked;
