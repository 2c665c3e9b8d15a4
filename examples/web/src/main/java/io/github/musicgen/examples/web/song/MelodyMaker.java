package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.GenerationOptions;
import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.PrimerMusic;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.model.MoreModels;
import io.github.musicgen.examples.web.model.Space;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;

/** Makes melodies from their recipes, and remembers the last few. */
final class MelodyMaker {
    private static final int REMEMBERED = 256;

    private final Models models;
    private final MoreModels more;
    private final Recent<String, MelodySong> recent = new Recent<>(REMEMBERED);

    MelodyMaker(Models models, MoreModels more) {
        this.models = models;
        this.more = more;
    }

    MelodySong make(MelodyRecipe recipe) {
        String token = SongToken.of(recipe);
        return recent.get(token, () -> makeNow(recipe, token));
    }

    private MelodySong makeNow(MelodyRecipe recipe, String token) {
        List<Constraint> kept =
                recipe instanceof Varied varied ? kept(make(varied.of()).made(), varied) : List.of();
        try {
            return recipe.original() instanceof Blended blended
                    ? blend(recipe, token, blended, kept)
                    : generate(recipe, token, kept);
        } catch (ContradictoryWishesException e) {
            throw Refusal.of(Refusal.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private MelodySong generate(MelodyRecipe recipe, String token, List<Constraint> kept) {
        Original original = recipe.original();
        Model model = models.maker(original.model(), original.hash());
        MelodyRequest request = request(model, original);
        GenerationOptions options = request.options();
        List<Constraint> wishes = new ArrayList<>(options.wishes());
        wishes.addAll(kept);
        MelodyRequest wished = request.with(new GenerationOptions(
                options.steps(), options.sampling(), recipe.seed(), wishes, options.part(), options.beam()));
        return new MelodySong(
                recipe, token, model.generator().modelHash(), wished.generate().melody());
    }

    private static MelodyRequest request(Model model, Original original) {
        SongStyle style = original.style();
        MelodyRequest request = original.primer().isSilent()
                ? model.generator().fromScratch()
                : model.generator()
                        .continuing(PrimerMusic.of(original.primer(), original.primerSteps(), style.tempo()));
        MelodyRequest wished = request.steps(original.steps()).temperature(style.temperature());
        for (Constraint wish : style.wishes()) {
            wished = wished.wishing(wish);
        }
        return original.endOnTonic() ? wished.endingOnTonic() : wished;
    }

    /** All melodies of a way with the same draws: what differs is by where they lie. */
    private MelodySong blend(MelodyRecipe recipe, String token, Blended blended, List<Constraint> kept) {
        Space space = more.space(blended.model(), blended.hash());
        LatentRequest<Melody> request = space.model()
                .request()
                .seed(recipe.seed())
                .temperature(blended.style().temperature());
        for (Constraint wish : blended.style().wishes()) {
            request = request.wishing(wish);
        }
        Melody from = blended.from().melody(Space.STEPS);
        Melody to = blended.to().melody(Space.STEPS);
        List<Melody> melodies = new ArrayList<>();
        for (int i = 0; i < blended.way().size(); i++) {
            double part = blended.way().get(i) / (double) Blended.WHOLE_WAY;
            LatentVector place = space.between(from, to, part, blended.more());
            melodies.add(keeping(request, kept, i * Space.STEPS).decode(place));
        }
        return new MelodySong(recipe, token, space.model().bundle().hash(), BarWindows.join(melodies));
    }

    /** What is kept of one of the melodies, whose steps count from its own beginning. */
    private static LatentRequest<Melody> keeping(LatentRequest<Melody> request, List<Constraint> kept, int start) {
        LatentRequest<Melody> keeping = request;
        for (Constraint wish : kept) {
            if (wish instanceof Constraint.Forced forced
                    && forced.step() >= start
                    && forced.step() < start + Space.STEPS) {
                keeping = keeping.wishing(new Constraint.Forced(forced.step() - start, forced.event()));
            }
        }
        return keeping;
    }

    /** Beats are drawn to be made anew; the steps of all others stay what they are. */
    private static List<Constraint> kept(Melody before, Varied varied) {
        boolean[] anew = drawnBeats(varied, Varied.beatsIn(before.length()));
        List<Constraint> kept = new ArrayList<>();
        for (int step = 0; step < before.length(); step++) {
            if (!anew[step / Melody.DEFAULT_STEPS_PER_QUARTER]) {
                kept.add(new Constraint.Forced(step, before.event(step)));
            }
        }
        return kept;
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
