/** Music and models as arrays of ND4J, for who builds networks of their own. */
@NullMarked
package io.github.musicgen.models.arrays;

import org.jspecify.annotations.NullMarked;
