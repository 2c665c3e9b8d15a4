/**
 * The wire format of protocol buffers, as much as TensorFlow's files need: a message is walked over field by field, nothing is
 * generated from schemas.
 *
 * <p>For the packages of this module that read TensorFlow's and Magenta's files. Owes its callers that a length is held against
 * the bytes that remain before it is believed.
 */
@NullMarked
package io.github.musicgen.api.protobuf;

import org.jspecify.annotations.NullMarked;
