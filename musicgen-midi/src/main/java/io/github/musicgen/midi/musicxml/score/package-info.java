/**
 * A score as it is written: parts, measures and what stands in them, in the order of the file, nothing timed or unfolded yet.
 *
 * <p>Internal: for the packages that read MusicXML alone. A new class here is a record of what the file says, already checked.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.score;

import org.jspecify.annotations.NullMarked;
