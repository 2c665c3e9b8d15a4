/** Files to which something is added again and again, and of which a crash takes at most what was being added. Knows no music. */
@NullMarked
package io.github.musicgen.examples.web.file;

import org.jspecify.annotations.NullMarked;
