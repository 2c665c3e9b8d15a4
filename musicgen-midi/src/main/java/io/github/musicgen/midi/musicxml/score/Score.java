package io.github.musicgen.midi.musicxml.score;

import java.util.List;

/** A score as it is written: measures in written order, repeats not yet played. */
public record Score(String title, List<ScorePart> parts) {

    /** The number of measures of the longest part. */
    public int measureCount() {
        return parts.stream().mapToInt(part -> part.measures().size()).max().orElse(0);
    }
}
