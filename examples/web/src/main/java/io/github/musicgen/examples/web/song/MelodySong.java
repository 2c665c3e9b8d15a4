package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A song of one melody.
 *
 * @param recipe how
 * @param token the recipe as a link holds it
 * @param modelHash by whom
 * @param made what was made: one event for each step
 */
public record MelodySong(MelodyRecipe recipe, String token, String modelHash, Melody made) implements Song {
    private static final String NAME = "melody";

    private SongStyle style() {
        return recipe.original().style();
    }

    @Override
    public int givenSteps() {
        return recipe.original().primerSteps();
    }

    @Override
    public int steps() {
        return givenSteps() + made.length();
    }

    /**
     * All its notes.
     *
     * @return what was continued, if anything, and what was made
     */
    public Line line() {
        return recipe.original().primer().then(Line.of(made, Line.VELOCITY).shifted(givenSteps()));
    }

    @Override
    public double tempo() {
        return style().tempo();
    }

    @Override
    public @Nullable String key() {
        return style().keyName();
    }

    @Override
    public String title() {
        String key = key();
        return recipe.model() + (key == null ? "" : " in " + key) + ", seed " + recipe.seed();
    }

    @Override
    public NoteSequence music() {
        NoteSequence music = line().melody(steps()).toNoteSequence(tempo());
        List<Part> parts = music.parts().stream()
                .map(part -> part.toBuilder().program(style().instrument()).build())
                .toList();
        return music.withParts(parts).toBuilder().title(title()).build();
    }

    @Override
    public List<Map<String, @Nullable Object>> parts() {
        return List.of(Song.part(NAME, style().instrument(), false));
    }

    @Override
    public List<Map<String, @Nullable Object>> notes() {
        return line().notes().stream().map(note -> Song.note(note, 0)).toList();
    }
}
