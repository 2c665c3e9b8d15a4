package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A song of a band.
 *
 * @param recipe how
 * @param token the recipe as a link holds it
 * @param modelHash by whom
 * @param music what was made, of {@link #TICKS_PER_STEP} ticks to a step
 */
public record BandSong(BandRecipe recipe, String token, String modelHash, NoteSequence music) implements Song {
    /** Of the music of bands. */
    static final int TICKS_PER_STEP = 120;

    @Override
    public String title() {
        return music.title();
    }

    static String title(BandRecipe recipe) {
        return recipe.model() + ", seed " + recipe.seed();
    }

    @Override
    public double tempo() {
        return recipe.tempo();
    }

    @Override
    public @Nullable String key() {
        return recipe.touch().keyName();
    }

    @Override
    public int steps() {
        return step(music.endTick());
    }

    @Override
    public int givenSteps() {
        return recipe.givenSteps();
    }

    private static int step(long tick) {
        return Math.toIntExact((tick + TICKS_PER_STEP - 1) / TICKS_PER_STEP);
    }

    @Override
    public List<Map<String, @Nullable Object>> parts() {
        return music.parts().stream()
                .map(part -> Song.part(part.name(), part.program(), part.drums()))
                .toList();
    }

    @Override
    public List<Map<String, @Nullable Object>> notes() {
        List<Map<String, @Nullable Object>> notes = new ArrayList<>();
        List<Part> parts = music.parts();
        for (int part = 0; part < parts.size(); part++) {
            for (Note note : parts.get(part).notes()) {
                int start = step(note.startTick());
                int end = step(note.endTick());
                notes.add(Song.note(new LineNote(note.pitch(), note.velocity(), start, end), part));
            }
        }
        return notes;
    }
}
