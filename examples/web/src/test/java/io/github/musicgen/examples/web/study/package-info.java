/** Tests of one package from inside. */
@NullMarked
package io.github.musicgen.examples.web.study;

import org.jspecify.annotations.NullMarked;
