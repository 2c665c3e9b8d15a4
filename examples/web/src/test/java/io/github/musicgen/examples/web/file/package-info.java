/** Tests of one package from inside. */
@NullMarked
package io.github.musicgen.examples.web.file;

import org.jspecify.annotations.NullMarked;
