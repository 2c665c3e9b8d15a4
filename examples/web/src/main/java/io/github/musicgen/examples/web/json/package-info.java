/** What clients send, read with care, and what they are answered. */
@NullMarked
package io.github.musicgen.examples.web.json;

import org.jspecify.annotations.NullMarked;
