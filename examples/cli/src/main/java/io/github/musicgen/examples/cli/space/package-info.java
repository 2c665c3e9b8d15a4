/** Commands about spaces of melodies: to draw, blend, vary and steer short melodies. */
@NullMarked
package io.github.musicgen.examples.cli.space;

import org.jspecify.annotations.NullMarked;
