/** Files that appear as a whole, or not at all. */
@NullMarked
package io.github.musicgen.models.files;

import org.jspecify.annotations.NullMarked;
