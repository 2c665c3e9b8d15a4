/**
 * A trained model as one file: a {@link io.github.musicgen.api.bundle.Bundle} is its configuration, its weights, the card that
 * says where it comes from, and a golden section that tells whether it still answers as it did.
 *
 * <p>For whoever loads, imports or exports models. {@code docs/bundle-format.md} is what its files owe to other programs.
 */
@NullMarked
package io.github.musicgen.api.bundle;

import org.jspecify.annotations.NullMarked;
