package io.github.musicgen.examples.web.line;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A line as music that is continued from a certain step on, even if the line ends before. A generator continues where the last note of
 * any part ends: so a drum, which it does not listen to, strikes before that step.
 */
public final class PrimerMusic {
    private static final String NAME = "Melody";
    private static final int DRUM = 37;

    private PrimerMusic() {}

    /**
     * Makes music of a line.
     *
     * @param line a line that is not silent
     * @param steps where it is continued
     * @param tempo quarters a minute
     * @return the music
     */
    public static NoteSequence of(Line line, int steps, double tempo) {
        NoteSequence music = line.melody(steps).toNoteSequence(tempo);
        long step = music.ticksPerQuarter() / Melody.DEFAULT_STEPS_PER_QUARTER;
        Part drum = Part.builder(NAME)
                .drums(true)
                .note(DRUM, 1, (steps - 1) * step, steps * step)
                .build();
        List<Part> parts = new ArrayList<>(music.parts());
        parts.add(drum);
        return music.withParts(parts);
    }
}
