/** Tests of one package from inside. */
@NullMarked
package io.github.musicgen.examples.web.duet;

import org.jspecify.annotations.NullMarked;
