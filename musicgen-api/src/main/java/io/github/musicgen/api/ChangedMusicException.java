package io.github.musicgen.api;

/**
 * Music is no longer what comes of its recipe: somebody changed its notes since, or another version of this library made it, whose
 * seeds meant other notes.
 */
public final class ChangedMusicException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Generation madeAgain;

    ChangedMusicException(Recipe recipe, Generation madeAgain) {
        super("the music must be as it was made (by version " + recipe.libraryVersion()
                + ", from seed " + recipe.options().seed() + "), but its recipe and what it continues now give "
                + difference(recipe, madeAgain.recipe()));
        this.madeAgain = madeAgain;
    }

    private static String difference(Recipe then, Recipe now) {
        return now.startTick() == then.startTick()
                ? "other notes"
                : "music that goes on at tick " + now.startTick() + ", not " + then.startTick();
    }

    /**
     * What the recipe gives now.
     *
     * @return the generation, which is not that of the music
     */
    public Generation madeAgain() {
        return madeAgain;
    }
}
