package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.GenerationOptions;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.PrimerMusic;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;

/** Makes songs from their recipes, and remembers the last few. */
public final class SongMaker {
    private static final int REMEMBERED = 256;

    private final Models models;
    private final int maxSteps;
    private final Recent<String, Song> recent = new Recent<>(REMEMBERED);

    /**
     * Makes a maker.
     *
     * @param models who play
     * @param maxSteps the longest song
     */
    public SongMaker(Models models, int maxSteps) {
        this.models = models;
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
        String token = SongToken.of(recipe);
        return recent.get(token, () -> makeNow(recipe, token));
    }

    private Song makeNow(SongRecipe recipe, String token) {
        Original original = recipe.original();
        Model model = models.maker(original.model(), original.hash());
        MelodyRequest request = request(model, original).seed(recipe.seed());
        if (recipe instanceof Varied varied) {
            request = keeping(request, make(varied.of()).made(), varied);
        }
        try {
            return new Song(recipe, token, model, request.generate().melody());
        } catch (ContradictoryWishesException e) {
            throw Refusal.of(Refusal.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private static MelodyRequest request(Model model, Original original) {
        MelodyRequest request = original.primer().isSilent()
                ? model.generator().fromScratch()
                : model.generator()
                        .continuing(PrimerMusic.of(
                                original.primer(),
                                original.primerSteps(),
                                original.style().tempo()));
        MelodyRequest styled = original.style().wish(request.steps(original.steps()));
        return original.endOnTonic() ? styled.endingOnTonic() : styled;
    }

    /** Beats are drawn to be made anew; the steps of all others stay what they are. */
    private static MelodyRequest keeping(MelodyRequest request, Melody before, Varied varied) {
        boolean[] anew = drawnBeats(varied, Varied.beatsIn(before.length()));
        GenerationOptions options = request.options();
        List<Constraint> wishes = new ArrayList<>(options.wishes());
        for (int step = 0; step < before.length(); step++) {
            if (!anew[step / Melody.DEFAULT_STEPS_PER_QUARTER]) {
                wishes.add(new Constraint.Forced(step, before.event(step)));
            }
        }
        return request.with(new GenerationOptions(
                options.steps(), options.sampling(), options.seed(), wishes, options.part(), options.beam()));
    }

    private static boolean[] drawnBeats(Varied varied, int beats) {
        boolean[] drawn = new boolean[beats];
        SeededRandom random = SeededRandom.ofSeed(varied.seed());
        int wanted = varied.beats(beats);
        for (int beat = 0; beat < beats; beat++) { // each of those left is as likely as the others
            if (random.nextDouble() * (beats - beat) < wanted) {
                drawn[beat] = true;
                wanted--;
            }
        }
        return drawn;
    }
}
