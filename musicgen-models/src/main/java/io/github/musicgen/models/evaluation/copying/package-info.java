/**
 * How much music has in common with other music, note by note: {@link io.github.musicgen.models.evaluation.copying.CopyIndex}.
 *
 * <p>For the package above. A new class here owes exact answers, not likely ones, in a time that grows with the notes and not with
 * how they repeat.
 */
@NullMarked
package io.github.musicgen.models.evaluation.copying;

import org.jspecify.annotations.NullMarked;
