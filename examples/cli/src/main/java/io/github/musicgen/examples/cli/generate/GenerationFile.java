package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.Recipe;
import io.github.musicgen.api.explain.ExplanationSvg;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.picture.PianoRollSvg;
import io.github.musicgen.representation.picture.Region;
import io.github.musicgen.representation.picture.Theme;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.MeterMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** What becomes of a generation: a file of any format, a picture, JSON. */
final class GenerationFile {
    private static final int ALTERNATIVES = 6;
    private static final int BARS_BEFORE = 6;

    private final Generation generation;

    GenerationFile(Generation generation) {
        this.generation = generation;
    }

    /** Writes primer and continuation; a MIDI file with the recipe, a picture with both in their colors. */
    void write(Path path) throws IOException {
        OutputFormat format = OutputFormat.of(path);
        switch (format) {
            case MIDI -> generation.write(path);
            case SVG -> writeSvg(path);
            case MUSICXML, WAV -> format.write(generation.whole(), path);
        }
    }

    void writeSvg(Path path) throws IOException {
        AtomicFile.write(path, svg().getBytes(StandardCharsets.UTF_8));
    }

    /** Draws what the model considered, which it has to say again. */
    void writeExplanation(Path path, Generator generator) throws IOException {
        String svg = ExplanationSvg.of(generator.explain(generation, ALTERNATIVES))
                .theme(Theme.AUTO)
                .svg();
        AtomicFile.write(path, svg.getBytes(StandardCharsets.UTF_8));
    }

    /** The new bars, and those before them: so many that both can be read, whatever the length of the primer. */
    private String svg() {
        long start = generation.recipe().startTick();
        long end = Math.max(start + 1, endTick());
        MeterMap bars = generation.whole().meterMap();
        long firstNewBar = bars.barAt(start);
        long barAfter = bars.barAt(end - 1) + 1;
        long firstBar = Math.max(0, firstNewBar - Math.max(BARS_BEFORE, barAfter - firstNewBar));
        PianoRollSvg picture = PianoRollSvg.of(generation.whole())
                .theme(Theme.AUTO)
                .ticks(bars.barStart(firstBar), Math.max(end, bars.barStart(barAfter)));
        if (start > 0) {
            picture.region(Region.primer(0, start));
        }
        return picture.region(Region.continuation(start, end)).svg();
    }

    private long endTick() {
        Melody melody = generation.melody();
        return Grid.perQuarter(melody.stepsPerQuarter())
                .tickAt(melody.endStep(), generation.whole().tempoMap());
    }

    /** Whether no note was made. */
    boolean isSilent() {
        return newNotes().isEmpty();
    }

    /** Adds how it was drawn, and the new notes as they lie in the file. */
    Json describe(Json json) {
        Recipe recipe = generation.recipe();
        List<Note> notes = newNotes();
        return json.put("seed", generation.seed())
                .put("steps", recipe.stepsMade())
                .put("sampling", ModelJson.describe(recipe.options().sampling()))
                .put(
                        "wishes",
                        recipe.options().wishes().stream().map(Object::toString).toList())
                .put("logLikelihood", generation.logLikelihood())
                .put("startTick", recipe.startTick())
                .put("endTick", endTick())
                .put("notes", notes.size())
                .putAll("noteList", notes, this::describe);
    }

    private Json describe(Note note) {
        return new Json()
                .put("pitch", note.pitch())
                .put("name", Pitch.nameOf(note.pitch()))
                .put("startTick", note.startTick())
                .put("endTick", note.endTick())
                .put("startSeconds", generation.whole().tempoMap().secondsAt(note.startTick()))
                .put("endSeconds", generation.whole().tempoMap().secondsAt(note.endTick()));
    }

    private List<Note> newNotes() {
        Recipe recipe = generation.recipe();
        return generation.whole().parts().get(Math.max(recipe.part(), 0)).notes().stream()
                .filter(note -> note.startTick() >= recipe.startTick())
                .toList();
    }
}
