package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.model.MoreModels;

/** Makes songs from their recipes. */
public final class SongMaker {
    private final MelodyMaker melodies;
    private final BandMaker bands;
    private final int maxSteps;

    /**
     * Makes a maker.
     *
     * @param models who continues
     * @param more who blends, and who plays together
     * @param maxSteps the longest song
     */
    public SongMaker(Models models, MoreModels more, int maxSteps) {
        this.melodies = new MelodyMaker(models, more);
        this.bands = new BandMaker(melodies, more);
        this.maxSteps = maxSteps;
    }

    /**
     * The recipe of a link.
     *
     * @param token the last part of the link
     * @return the recipe
     * @throws Refusal if it is none
     */
    public SongRecipe recipe(String token) {
        return SongToken.read(token, maxSteps);
    }

    /**
     * Makes a song.
     *
     * @param recipe how
     * @return the song
     * @throws Refusal if its wishes contradict each other, or the model is not here
     */
    public Song make(SongRecipe recipe) {
        return recipe instanceof BandRecipe band ? bands.make(band) : melodies.make((MelodyRecipe) recipe);
    }
}
