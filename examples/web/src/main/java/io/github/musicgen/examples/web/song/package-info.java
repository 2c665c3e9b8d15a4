/**
 * Songs that nobody stores: each is made anew from its recipe, and its link is the recipe.
 *
 * <p>Adding a form means a record in {@link io.github.musicgen.examples.web.song.SongRecipe} that reads and writes itself, and how
 * {@link io.github.musicgen.examples.web.song.SongMaker} makes it.
 */
@NullMarked
package io.github.musicgen.examples.web.song;

import org.jspecify.annotations.NullMarked;
