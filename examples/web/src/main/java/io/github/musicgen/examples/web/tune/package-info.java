/** Tunes that people made, for the listening study and as ends of blends. */
@NullMarked
package io.github.musicgen.examples.web.tune;

import org.jspecify.annotations.NullMarked;
