/** The models that the server plays with, and what moods mean to them. */
@NullMarked
package io.github.musicgen.examples.web.model;

import org.jspecify.annotations.NullMarked;
