/**
 * What a model considered while it made music, step by step, as data and as a picture. An
 * {@link io.github.musicgen.api.explain.Explanation} is asked of the generator; nothing here knows how it was made.
 */
@NullMarked
package io.github.musicgen.api.explain;

import org.jspecify.annotations.NullMarked;
