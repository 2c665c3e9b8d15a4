/**
 * Pictures of music as SVG text: {@link io.github.musicgen.representation.picture.PianoRollSvg}.
 *
 * <p>Knows {@code sequence} and {@code time}, and neither AWT nor XML classes, so that it runs wherever generation does. What
 * stands under a roll, on its time axis, is a {@link io.github.musicgen.representation.picture.Panel}; it may come from elsewhere. A
 * new layer is a class of its own
 * that draws onto an {@code SvgWriter}, the same bytes for the same music, and no more of them than the picture has room for.
 */
@NullMarked
package io.github.musicgen.representation.picture;

import org.jspecify.annotations.NullMarked;
