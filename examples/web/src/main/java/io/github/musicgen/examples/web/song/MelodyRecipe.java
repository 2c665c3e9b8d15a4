package io.github.musicgen.examples.web.song;

/** A recipe of one melody. */
public sealed interface MelodyRecipe extends SongRecipe permits Original, Varied {
    @Override
    MelodyRecipe withSeed(long seed);

    /**
     * What was wished of the melody before it was varied.
     *
     * @return a recipe that varies nothing
     */
    Original original();

    @Override
    default String model() {
        return original().model();
    }
}
