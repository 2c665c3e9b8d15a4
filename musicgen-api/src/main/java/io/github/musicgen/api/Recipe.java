package io.github.musicgen.api;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.midi.smf.MetaContent;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import java.util.Optional;

/**
 * How a continuation was made: enough to make it again. A MIDI file written from a {@link Generation} carries it as a text event.
 *
 * @param modelId what the model is called
 * @param modelHash its fingerprint, which decides
 * @param engine what multiplied: {@code java} gives the same notes everywhere
 * @param libraryVersion of this library; a release note says when the same recipe gives other notes
 * @param options what was asked for
 * @param part the number of the part that was continued, or {@link #FROM_SCRATCH}
 * @param startTick where the continuation begins
 * @param stepsMade how many of the steps asked for were made; fewer if it was cancelled or ran out of time
 */
public record Recipe(
        String modelId,
        String modelHash,
        String engine,
        String libraryVersion,
        GenerationOptions options,
        int part,
        long startTick,
        int stepsMade) {
    /** Nothing was continued. */
    public static final int FROM_SCRATCH = -1;

    private static final String MARK = "musicgen recipe ";

    /** Checks the part and the steps made. */
    public Recipe {
        if (part < FROM_SCRATCH) {
            throw new IllegalArgumentException(
                    "the part of a recipe must be 0 or more, or " + FROM_SCRATCH + " for none, but was " + part);
        }
        if (stepsMade < 0 || stepsMade > options.steps()) {
            throw new IllegalArgumentException(
                    "steps made must be 0.." + options.steps() + ", which were asked for, but were " + stepsMade);
        }
    }

    /**
     * The recipe as JSON.
     *
     * @return one line
     */
    public String toJson() {
        return RecipeJson.write(this);
    }

    /**
     * Reads a recipe.
     *
     * @param json what {@link #toJson} wrote
     * @return the recipe
     * @throws IllegalArgumentException if it is none
     */
    public static Recipe ofJson(String json) {
        try {
            return RecipeJson.read(json);
        } catch (MalformedModelException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Looks for the recipe in a MIDI file.
     *
     * @param file a file
     * @return the recipe, if there is one
     * @throws IllegalArgumentException if there is one that cannot be read
     */
    public static Optional<Recipe> find(MidiFile file) {
        for (MidiTrack track : file.tracks()) {
            for (MidiEvent event : track.events()) {
                if (event instanceof MetaEvent meta
                        && meta.content() instanceof MetaContent.Text text
                        && text.text().startsWith(MARK)) {
                    return Optional.of(ofJson(text.text().substring(MARK.length())));
                }
            }
        }
        return Optional.empty();
    }

    /** The recipe as a MIDI file carries it. */
    String toText() {
        return MARK + toJson();
    }

    boolean fromScratch() {
        return part == FROM_SCRATCH;
    }
}
