package io.github.musicgen.api;

import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a generation again, from its recipe and the music that came of it. */
final class Replay {
    private Replay() {}

    static Generation of(Generator generator, MidiFile file) {
        Recipe recipe = Recipe.find(file)
                .orElseThrow(() ->
                        new IllegalArgumentException("the file must hold the recipe of a generation, but has none"));
        NoteSequence music = MidiReader.read(file);
        Generation again = again(generator, recipe, music);
        // What was made again is read as the file was, because not all music comes back from MIDI as it was written.
        if (!MidiReader.read(again.toMidiFile()).equals(music)) {
            throw new ChangedMusicException(recipe, again);
        }
        return again;
    }

    private static Generation again(Generator generator, Recipe recipe, NoteSequence whole) {
        Steps steps = Steps.first(recipe.stepsMade(), prepare(generator, recipe, whole), Deadline.NONE);
        steps.forEachRemaining(step -> {});
        return steps.finished();
    }

    static Preparation prepare(Generator generator, Recipe recipe, NoteSequence whole) {
        generator.requireMaker(recipe);
        Optional<NoteSequence> primer = recipe.fromScratch() ? Optional.empty() : Optional.of(primer(recipe, whole));
        return Preparation.of(Task.of(generator, primer, recipe.options()), Deadline.NONE);
    }

    /** The whole without the notes of the continuation, which all start where it begins or later. */
    private static NoteSequence primer(Recipe recipe, NoteSequence whole) {
        if (recipe.part() >= whole.parts().size()) {
            throw new IllegalArgumentException("the music must have a part " + (recipe.part() + 1)
                    + ", which its recipe continues, but has " + whole.parts().size());
        }
        List<Part> parts = new ArrayList<>(whole.parts());
        Part part = parts.get(recipe.part());
        List<Note> before = part.notes().stream()
                .filter(note -> note.startTick() < recipe.startTick())
                .toList();
        parts.set(recipe.part(), part.withNotes(before));
        return whole.withParts(parts);
    }
}
