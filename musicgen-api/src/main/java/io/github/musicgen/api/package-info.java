/**
 * Where music is made: load a {@link io.github.musicgen.api.Generator} and ask it.
 *
 * <p>Everything here is for users. What a user never sees, such as the engine's blocks or the readers of files, stands in the
 * packages below, which do not know this one.
 */
@NullMarked
package io.github.musicgen.api;

import org.jspecify.annotations.NullMarked;
