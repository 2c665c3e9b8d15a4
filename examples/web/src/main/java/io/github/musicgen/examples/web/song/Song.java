package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A song as it was made. */
public sealed interface Song permits MelodySong, BandSong {
    /** Where songs are fetched from. */
    String ADDRESS = "/api/songs/";

    /**
     * How it was made.
     *
     * @return the recipe
     */
    SongRecipe recipe();

    /**
     * The recipe as a link holds it.
     *
     * @return the last part of the link
     */
    String token();

    /**
     * By whom.
     *
     * @return the fingerprint of the model
     */
    String modelHash();

    /**
     * What it is called.
     *
     * @return its title
     */
    String title();

    /**
     * As music.
     *
     * @return the whole song
     */
    NoteSequence music();

    /**
     * How fast it is.
     *
     * @return quarters a minute
     */
    double tempo();

    /**
     * The key that it keeps to.
     *
     * @return its name, or null if it keeps to none
     */
    @Nullable
    String key();

    /**
     * How long it is.
     *
     * @return steps
     */
    int steps();

    /**
     * How much of it was given.
     *
     * @return steps before the first that was made
     */
    int givenSteps();

    /**
     * Who plays.
     *
     * @return for each part an object
     */
    List<Map<String, @Nullable Object>> parts();

    /**
     * All its notes.
     *
     * @return for each an object that names its part
     */
    List<Map<String, @Nullable Object>> notes();

    /** Where what was made begins. */
    default long startTick() {
        return (long) givenSteps() * music().ticksPerQuarter() / Melody.DEFAULT_STEPS_PER_QUARTER;
    }

    /** A note as it is sent, with the number of its part. */
    static Map<String, @Nullable Object> note(LineNote note, int part) {
        Map<String, @Nullable Object> json = note.toJson();
        json.put("part", part);
        return json;
    }

    /** A part as it is sent. */
    static Map<String, @Nullable Object> part(String name, int program, boolean drums) {
        return Json.object("name", name, "program", program, "drums", drums);
    }

    /**
     * As it is sent.
     *
     * @return an object
     */
    default Map<String, @Nullable Object> toJson() {
        double quarters = (double) steps() / Melody.DEFAULT_STEPS_PER_QUARTER;
        return Json.object(
                "token", token(),
                "form", recipe().form(),
                "title", title(),
                "model", recipe().model(),
                "hash", modelHash(),
                "seed", recipe().seed(),
                "tempo", tempo(),
                "key", key(),
                "stepsPerBar", Melody.DEFAULT_STEPS_PER_BAR,
                "steps", steps(),
                "primerSteps", givenSteps(),
                "bars", (double) steps() / Melody.DEFAULT_STEPS_PER_BAR,
                "seconds", quarters * 60 / tempo(),
                "parts", parts(),
                "notes", notes(),
                "options", SongOptions.of(recipe()),
                "links", links(token()));
    }

    private static Map<String, @Nullable Object> links(String token) {
        Map<String, @Nullable Object> links = Json.object("json", ADDRESS + token);
        for (SongFormat format : SongFormat.values()) {
            links.put(format.label(), ADDRESS + token + "." + format.extension());
        }
        return links;
    }
}
