/**
 * What describes a model or a generation, as JSON. For this module and {@code musicgen-models}: no JSON type is part of the public
 * interface.
 */
@NullMarked
package io.github.musicgen.api.codec;

import org.jspecify.annotations.NullMarked;
