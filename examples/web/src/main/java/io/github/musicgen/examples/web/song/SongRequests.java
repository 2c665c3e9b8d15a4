package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.model.Density;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.examples.web.model.Models;
import io.github.musicgen.examples.web.model.Mood;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.melody.Melody;
import java.util.Optional;

/** Reads what somebody asks for as a recipe. */
final class SongRequests {
    private static final int USUAL_BARS = 8;
    private static final int USUAL_STEPS = 64;
    private static final String USUAL_TONIC = "C";
    private static final int MAX_WORD = 40;

    private final Models models;
    private final SongMaker maker;
    private final int maxSteps;

    SongRequests(Models models, SongMaker maker, int maxSteps) {
        this.models = models;
        this.maker = maker;
        this.maxSteps = maxSteps;
    }

    SongRecipe compose(Fields fields) {
        Model model = models.read(fields, "model");
        Optional<Mood> mood = fields.word("mood", Mood.labels()).map(Mood::labelled);
        SongStyle usual = new SongStyle(
                SongStyle.USUAL_TEMPO,
                key(fields, mood),
                mood.map(Mood::temperature).orElse(model.temperature()),
                mood.map(Mood::density).orElse(Density.FREE),
                0);
        SongStyle style = SongStyle.readButKey(fields, usual);
        int steps = SongLength.steps(fields, style.tempo(), USUAL_BARS, maxSteps);
        Composed recipe = new Composed(model.name(), model.shortHash(), fields.seedOrDrawn("seed"), steps, style);
        fields.requireNoMore();
        return recipe;
    }

    /** The tonic is C and the mode major where only the other is named; without either there is no key. */
    private static Optional<Scale> key(Fields fields, Optional<Mood> mood) {
        Optional<String> tonic = fields.text("tonic", 2);
        Optional<String> mode = fields.word("mode", SongStyle.modes());
        Optional<String> kind = mode.or(() -> mood.map(each -> each.mode().label()));
        if (tonic.isEmpty() && kind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SongStyle.parseKey(tonic.orElse(USUAL_TONIC) + " " + kind.orElse(ScaleKind.MAJOR.label())));
    }

    SongRecipe another(Fields fields) {
        fields.requireOnly("token", "seed");
        SongRecipe before = maker.recipe(fields.requiredText("token", SongToken.MAX_LENGTH));
        return before.withSeed(fields.seedOrDrawn("seed"));
    }

    SongRecipe vary(Fields fields) {
        fields.requireOnly("token", "percent", "seed");
        MelodyRecipe before =
                RecipeFields.melody("token", maker.recipe(fields.requiredText("token", SongToken.MAX_LENGTH)));
        SongRecipe recipe = new Varied(before, fields.requiredWhole("percent", 1, 100), fields.seedOrDrawn("seed"));
        if (recipe.depth() > SongRecipe.MAX_DEPTH) {
            throw Refusal.field(
                    "variations of variations", recipe.depth(), "at most " + SongRecipe.MAX_DEPTH + " deep");
        }
        return recipe;
    }

    /** Continues notes that somebody sent. */
    SongRecipe continueNotes(Fields fields) {
        Line line = Line.read(fields, "notes", SongRecipe.MAX_PRIMER_NOTES, SongRecipe.MAX_PRIMER_STEPS);
        return continueLine(fields, models.read(fields, "model"), line, SongStyle.USUAL_TEMPO);
    }

    /** Continues a file that somebody sent. */
    SongRecipe continueMidi(byte[] midi, Fields parameters) {
        Model model = models.read(parameters, "model");
        UploadedMelody melody = UploadedMelody.read(midi, model);
        return continueLine(parameters, model, melody.line(), melody.tempo());
    }

    private SongRecipe continueLine(Fields fields, Model model, Line line, double tempo) {
        boolean automatic =
                fields.text("key", MAX_WORD).filter(SongStyle.AUTO_KEY::equals).isPresent();
        SongStyle usual = new SongStyle(tempo, Optional.empty(), model.temperature(), Density.FREE, 0);
        SongStyle style = automatic
                ? SongStyle.readButKey(fields, usual.withKey(Optional.of(line.bestKey())))
                : SongStyle.read(fields, usual);
        int end = Varied.beatsIn(line.end()) * Melody.DEFAULT_STEPS_PER_QUARTER;
        int primerSteps =
                fields.whole("primerSteps", Math.max(1, line.end()), SongRecipe.MAX_PRIMER_STEPS, Math.max(1, end));
        int steps = fields.whole("steps", 1, maxSteps, Math.min(maxSteps, USUAL_STEPS));
        long seed = fields.seedOrDrawn("seed");
        boolean endOnTonic = fields.truth("endOnTonic");
        fields.requireNoMore();
        return new Continued(model.name(), model.shortHash(), seed, steps, style, line, primerSteps, endOnTonic);
    }
}
