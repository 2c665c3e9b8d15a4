/** What every answer of the server has in common: who may ask, which headers it bears, and the pages themselves. Knows no music. */
@NullMarked
package io.github.musicgen.examples.web.http;

import org.jspecify.annotations.NullMarked;
