package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.examples.web.model.Density;
import io.github.musicgen.examples.web.model.Leanings;
import io.github.musicgen.examples.web.model.MoreModels;
import io.github.musicgen.examples.web.model.Players;
import io.github.musicgen.examples.web.model.Space;
import io.github.musicgen.representation.harmony.Scale;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what somebody asks of the models of the larger jar as a recipe. */
final class BandRequests {
    private static final int USUAL_BARS = 32;
    private static final int USUAL_BARS_MORE = 16;
    private static final List<Integer> MIDDLE = List.of(Blended.WHOLE_WAY / 2);

    private final MoreModels more;
    private final SongMaker maker;
    private final int maxSteps;

    BandRequests(MoreModels more, SongMaker maker, int maxSteps) {
        this.more = more;
        this.maker = maker;
        this.maxSteps = maxSteps;
    }

    SongRecipe blend(Fields fields) {
        Space space = more.space();
        SongStyle usual = new SongStyle(SongStyle.USUAL_TEMPO, Optional.empty(), space.temperature(), Density.FREE, 0);
        Line from = Line.read(fields, "from", Space.STEPS, Space.STEPS);
        Line to = Line.read(fields, "to", Space.STEPS, Space.STEPS);
        List<Integer> way = fields.has("way") ? Blended.readWay(fields, maxSteps) : MIDDLE;
        Leanings leanings = Leanings.read(fields, "more");
        SongStyle style = SongStyle.read(fields, usual);
        long seed = fields.seedOrDrawn("seed");
        fields.requireNoMore();
        return new Blended(space.name(), space.shortHash(), seed, style, from, to, way, leanings);
    }

    SongRecipe compose(Fields fields) {
        Players band = more.band();
        double tempo = RecipeFields.tempo(fields, SongStyle.USUAL_TEMPO);
        BandComposed recipe = new BandComposed(
                band.name(),
                band.shortHash(),
                fields.seedOrDrawn("seed"),
                SongLength.steps(fields, tempo, USUAL_BARS, maxSteps),
                tempo,
                BandTouch.read(fields, BandTouch.usual(band)));
        fields.requireNoMore();
        return recipe;
    }

    SongRecipe accompany(Fields fields) {
        Players band = more.band();
        fields.requireOnly("token", "seed", "temperature", "threshold", "key");
        SongRecipe of = maker.recipe(fields.requiredText("token", SongToken.MAX_LENGTH));
        return new Accompanied(
                band.name(),
                band.shortHash(),
                fields.seedOrDrawn("seed"),
                BandTouch.read(fields, BandTouch.usual(band)),
                RecipeFields.melody("token", of));
    }

    /** Goes on with notes that somebody sent. */
    SongRecipe extendNotes(Fields fields) {
        Players band = more.band();
        List<List<LineNote>> parts = GivenMusic.readParts(fields, band.instruments());
        Optional<Scale> signature = GivenMusic.readSignature(fields);
        return extend(fields, band, () -> new GivenMusic(parts, signature), SongStyle.USUAL_TEMPO);
    }

    /** Goes on with a file that somebody sent. */
    SongRecipe extendMidi(byte[] midi, Fields parameters) {
        Players band = more.band();
        UploadedBand upload = UploadedBand.read(midi, band);
        return extend(parameters, band, upload::given, upload.tempo());
    }

    /** What is given is looked at when all fields are known. */
    private SongRecipe extend(Fields fields, Players band, Supplier<GivenMusic> given, double usualTempo) {
        double tempo = RecipeFields.tempo(fields, usualTempo);
        int steps = SongLength.steps(fields, tempo, USUAL_BARS_MORE, maxSteps);
        BandTouch touch = BandTouch.read(fields, BandTouch.usual(band));
        long seed = fields.seedOrDrawn("seed");
        fields.requireNoMore();
        return new Extended(band.name(), band.shortHash(), seed, steps, tempo, touch, given.get());
    }
}
