/**
 * JSON (RFC 8259), as much as model files need: {@link io.github.musicgen.api.json.Json} is a value,
 * {@link io.github.musicgen.api.json.JsonReader} and {@link io.github.musicgen.api.json.JsonWriter} turn bytes into it and back,
 * {@link io.github.musicgen.api.json.JsonPlace} walks through one and remembers the way for its errors.
 *
 * <p>For the packages of this module and {@code musicgen-models}. Objects keep their order and nothing is lenient: a key that stands twice, a lone
 * surrogate, a number beyond the range of a double are refused. A new class here owes that the same value is written as the
 * same bytes by every JVM.
 */
@NullMarked
package io.github.musicgen.api.json;

import org.jspecify.annotations.NullMarked;
