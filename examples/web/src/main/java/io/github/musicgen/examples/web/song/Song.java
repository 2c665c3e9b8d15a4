package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A song as it was made.
 *
 * @param recipe how
 * @param token the recipe as a link holds it
 * @param model by whom
 * @param made what was made: one event for each step
 */
public record Song(SongRecipe recipe, String token, Model model, Melody made) {
    private static final String ADDRESS = "/api/songs/";

    private SongStyle style() {
        return recipe.original().style();
    }

    private int primerSteps() {
        return recipe.original().primerSteps();
    }

    /**
     * How long it is.
     *
     * @return steps
     */
    public int steps() {
        return primerSteps() + made.length();
    }

    /**
     * All its notes.
     *
     * @return what was continued, if anything, and what was made
     */
    public Line line() {
        return recipe.original().primer().then(Line.of(made, Line.VELOCITY).shifted(primerSteps()));
    }

    String title() {
        String key = style().keyName();
        return model.name() + (key == null ? "" : " in " + key) + ", seed " + recipe.seed();
    }

    /**
     * As music.
     *
     * @return the song in one part
     */
    public NoteSequence music() {
        NoteSequence music = line().melody(steps()).toNoteSequence(style().tempo());
        List<Part> parts = music.parts().stream()
                .map(part -> part.toBuilder().program(style().instrument()).build())
                .toList();
        return music.withParts(parts).toBuilder().title(title()).build();
    }

    /** Where what was made begins. */
    long startTick() {
        return (long) primerSteps() * music().ticksPerQuarter() / Melody.DEFAULT_STEPS_PER_QUARTER;
    }

    /**
     * As it is sent.
     *
     * @return an object
     */
    public Map<String, @Nullable Object> toJson() {
        double quarters = (double) steps() / Melody.DEFAULT_STEPS_PER_QUARTER;
        return Json.object(
                "token", token,
                "form", recipe.form(),
                "title", title(),
                "model", model.name(),
                "hash", model.generator().modelHash(),
                "seed", recipe.seed(),
                "tempo", style().tempo(),
                "key", style().keyName(),
                "instrument", style().instrument(),
                "stepsPerBar", Melody.DEFAULT_STEPS_PER_BAR,
                "steps", steps(),
                "primerSteps", primerSteps(),
                "bars", (double) steps() / Melody.DEFAULT_STEPS_PER_BAR,
                "seconds", quarters * 60 / style().tempo(),
                "notes", line().toJson(),
                "options", SongOptions.of(recipe),
                "links", links());
    }

    private Map<String, @Nullable Object> links() {
        Map<String, @Nullable Object> links = Json.object("json", ADDRESS + token);
        for (SongFormat format : SongFormat.values()) {
            links.put(format.label(), ADDRESS + token + "." + format.extension());
        }
        return links;
    }
}
