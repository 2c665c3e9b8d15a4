/**
 * Arbitrary music for properties. The tests of this module and of those above it use it, through this module's test jar.
 */
@NullMarked
package io.github.musicgen.representation.testing;

import org.jspecify.annotations.NullMarked;
