package io.github.musicgen.api;

import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a generation again, from its recipe and the music that came of it. */
final class Replay {
    private Replay() {}

    static Generation of(Generator generator, Recipe recipe, NoteSequence whole) {
        generator.requireMaker(recipe);
        Preparation preparation = prepare(generator, recipe, whole);
        return preparation.finished(run(preparation, recipe.stepsMade()));
    }

    static Preparation prepare(Generator generator, Recipe recipe, NoteSequence whole) {
        Optional<NoteSequence> primer = recipe.fromScratch() ? Optional.empty() : Optional.of(primer(recipe, whole));
        return Preparation.of(generator, primer, recipe.options());
    }

    private static MelodyRun run(Preparation preparation, int steps) {
        Optional<MelodyRun> searched = preparation.searched();
        if (searched.isPresent()) {
            return searched.get();
        }
        MelodyRun run = preparation.start();
        while (run.length() < steps) {
            run.step();
        }
        return run;
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
