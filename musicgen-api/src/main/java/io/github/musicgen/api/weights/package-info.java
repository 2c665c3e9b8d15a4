/**
 * One door to all files that trained weights come in: {@link io.github.musicgen.api.weights.WeightFile#read} looks at the content
 * and calls the reader of the format.
 *
 * <p>For whoever turns weights into models. A new format is a value of {@link io.github.musicgen.api.weights.WeightFormat}, a
 * package of its own, and a line in the recognizer.
 */
@NullMarked
package io.github.musicgen.api.weights;

import org.jspecify.annotations.NullMarked;
