/** Where music is made: on a few threads of its own, so that the server goes on listening. */
@NullMarked
package io.github.musicgen.examples.web.work;

import org.jspecify.annotations.NullMarked;
