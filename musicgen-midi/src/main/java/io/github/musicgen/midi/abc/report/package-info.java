/**
 * What the reader of ABC notation says about a text: what is wrong in it, and what it skipped or repaired.
 *
 * <p>Anybody may use this package. It stands apart from the reader because all that the reader is made of reports in its words.
 */
@NullMarked
package io.github.musicgen.midi.abc.report;

import org.jspecify.annotations.NullMarked;
