/** Makes a static site of the documentation. */
@NullMarked
package io.github.musicgen.examples.site;

import org.jspecify.annotations.NullMarked;
