/** Plays many duets at once against a server in the same process, and tells how long answers took. Nothing of the server knows it. */
@NullMarked
package io.github.musicgen.examples.web.load;

import org.jspecify.annotations.NullMarked;
