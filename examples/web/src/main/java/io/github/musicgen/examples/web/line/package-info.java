/** Melodies as pages and server tell them to each other: notes on a grid of sixteenths in 4/4, one at a time. */
@NullMarked
package io.github.musicgen.examples.web.line;

import org.jspecify.annotations.NullMarked;
