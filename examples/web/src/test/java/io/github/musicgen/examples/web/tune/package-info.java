/** Tests of one package from inside. */
@NullMarked
package io.github.musicgen.examples.web.tune;

import org.jspecify.annotations.NullMarked;
