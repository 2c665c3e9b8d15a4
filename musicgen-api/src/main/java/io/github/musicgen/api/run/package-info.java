/**
 * One generation from inside: what a model is primed with, and the loop that chooses event after event.
 *
 * <p>For the public classes of {@code io.github.musicgen.api}, which say what users may ask for. A step allocates nothing.
 */
@NullMarked
package io.github.musicgen.api.run;

import org.jspecify.annotations.NullMarked;
