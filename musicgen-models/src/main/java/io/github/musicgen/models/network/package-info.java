/**
 * Models as networks of Deeplearning4j, which can be trained: from a configuration to a network, and weights there and back.
 *
 * <p>Knows the layers and the models of {@code musicgen-api}; knows nothing of corpora.
 */
@NullMarked
package io.github.musicgen.models.network;

import org.jspecify.annotations.NullMarked;
