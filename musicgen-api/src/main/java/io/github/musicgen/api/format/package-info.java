/**
 * What is wrong with a model file, for whoever loads one. Every reader below {@code api} throws this one exception, so that a
 * program needs one {@code catch}.
 */
@NullMarked
package io.github.musicgen.api.format;

import org.jspecify.annotations.NullMarked;
