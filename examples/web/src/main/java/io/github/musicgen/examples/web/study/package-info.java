/** The blind study: which of two continuations somebody likes, takes for real, finds interesting. Answers are kept as CSV. */
@NullMarked
package io.github.musicgen.examples.web.study;

import org.jspecify.annotations.NullMarked;
