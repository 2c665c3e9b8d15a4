package io.github.musicgen.models.evaluation;

import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a melody, and how it goes on.
 *
 * @param primer two bars, or half of a melody that is shorter than four
 * @param continuation what follows, as far as it is compared
 */
record Opening(Melody primer, Melody continuation) {
    private static final int BARS = 2;

    /**
     * Opens melodies: so many of them, evenly taken, or all if there are not so many. A melody of one step does not go on.
     */
    static List<Opening> of(List<Melody> melodies, int most, int steps) {
        List<Melody> goingOn =
                melodies.stream().filter(melody -> melody.length() > 1).toList();
        int count = Math.min(most, goingOn.size());
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            openings.add(of(goingOn.get((int) ((long) i * goingOn.size() / count)), steps));
        }
        return openings;
    }

    private static Opening of(Melody melody, int steps) {
        int start = Math.min(Math.multiplyExact(BARS, melody.stepsPerBar()), melody.length() / 2);
        int end = Math.min(melody.length(), Math.addExact(start, steps));
        return new Opening(melody.slice(0, start), melody.slice(start, end));
    }
}
