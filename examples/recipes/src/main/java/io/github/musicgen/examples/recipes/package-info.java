/**
 * One short program for each thing that the library can do. Each takes the folder to write to, and prints what it did:
 *
 * <pre>mvn -q -B -P run -pl examples/recipes -am compile -Drecipe=Wishes</pre>
 *
 * <p>A new recipe is a class with a {@code main} here and a test in {@code RecipesTest}, which misses it otherwise.
 */
@NullMarked
package io.github.musicgen.examples.recipes;

import org.jspecify.annotations.NullMarked;
