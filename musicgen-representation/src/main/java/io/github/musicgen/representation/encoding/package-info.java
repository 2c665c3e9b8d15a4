/**
 * What networks read and answer: {@link io.github.musicgen.representation.encoding.SequenceEncoding} turns events into inputs and
 * labels, in the form that training needs and in the form that a running generation needs.
 *
 * <p>For generators and trainers; the package itself knows only {@code melody}. Two things are kept apart: an
 * {@link io.github.musicgen.representation.encoding.EventVocabulary} numbers single events, and an encoding says what a network is
 * shown of those so far. Both forms of an encoding run through one {@link io.github.musicgen.representation.encoding.StepEncoder},
 * so that they cannot drift apart. A new encoding here costs the same at every step however long the music, allocates nothing
 * per step, and is held to a naive oracle in its tests.
 */
@NullMarked
package io.github.musicgen.representation.encoding;

import org.jspecify.annotations.NullMarked;
