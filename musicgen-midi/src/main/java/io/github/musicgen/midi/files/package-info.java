/**
 * Any music file by its name: {@link io.github.musicgen.midi.files.MusicFiles} finds the reader or writer for it.
 *
 * <p>For programs that take whatever file a user has. The package knows every format beside it and adds nothing of its own; who
 * knows the format uses its reader, which says more. A new format here owes a line in
 * {@link io.github.musicgen.midi.files.MusicFormat}.
 */
@NullMarked
package io.github.musicgen.midi.files;

import org.jspecify.annotations.NullMarked;
