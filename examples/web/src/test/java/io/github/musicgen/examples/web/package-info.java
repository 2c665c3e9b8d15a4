/** Tests MelodyMe from outside, as browsers and worse clients see it. */
@NullMarked
package io.github.musicgen.examples.web;

import org.jspecify.annotations.NullMarked;
