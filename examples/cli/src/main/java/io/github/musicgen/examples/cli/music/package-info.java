/** Commands on music as it is: inspect, convert, melody, play; and how any command reads music and writes it. */
@NullMarked
package io.github.musicgen.examples.cli.music;

import org.jspecify.annotations.NullMarked;
