/** Tests of one package from inside. */
@NullMarked
package io.github.musicgen.examples.web.load;

import org.jspecify.annotations.NullMarked;
