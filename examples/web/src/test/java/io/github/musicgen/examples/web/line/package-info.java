/** Tests of one package from inside. */
@NullMarked
package io.github.musicgen.examples.web.line;

import org.jspecify.annotations.NullMarked;
