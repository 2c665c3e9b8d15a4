package io.github.musicgen.api.run;

import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.DrumExtractor;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.List;

/**
 * The drums that somebody means who gives music.
 *
 * @param patterns one for each stretch of one meter, at least one
 */
public record FoundDrums(List<DrumPattern> patterns) {
    /** Copies the list. */
    public FoundDrums {
        patterns = List.copyOf(patterns);
    }

    /**
     * Finds the drums of all parts of drums together.
     *
     * @param what the music is called in messages
     * @param music the music
     * @param stepsPerQuarter the grid
     * @return the drums
     * @throws IllegalArgumentException if there are none
     */
    public static FoundDrums of(String what, NoteSequence music, int stepsPerQuarter) {
        boolean drums = music.parts().stream()
                .anyMatch(part -> part.drums() && !part.notes().isEmpty());
        if (!drums) {
            throw new IllegalArgumentException(what + " must have a part of drums, but had none");
        }
        List<DrumPattern> patterns = DrumExtractor.extract(
                FoundMelody.fineEnough(music, stepsPerQuarter).quantize(Grid.perQuarter(stepsPerQuarter)));
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException(
                    what + " must have drums of Magenta's nine classes, but had none in bars of whole steps");
        }
        return new FoundDrums(patterns);
    }

    /**
     * Cuts them. Bars are counted from where their meter begins.
     *
     * @param bars how long a stretch is
     * @param stepsPerBar how long its bars are; drums in others are left out
     * @return all stretches of so many bars, one bar apart
     */
    public List<DrumPattern> windows(int bars, int stepsPerBar) {
        return patterns.stream()
                .filter(pattern -> pattern.stepsPerBar() == stepsPerBar)
                .flatMap(pattern -> BarWindows.fromStart(pattern, bars).stream())
                .toList();
    }
}
