package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.GeneralMidi;
import io.github.musicgen.representation.sequence.Note;
import java.util.Comparator;
import java.util.List;

/**
 * One named row for each drum that is struck.
 *
 * @param pitches the drums, from the top
 * @param top the upper edge of the first row
 */
record DrumRows(List<Integer> pitches, double top) {
    static final double ROW_HEIGHT = 14;
    static final double FONT_SIZE = 10;

    /** A drum kit from the floor up: bass drums, snares, toms, hi-hats, cymbals. What is no part of it stands above. */
    private static final List<Integer> KIT =
            List.of(35, 36, 38, 40, 37, 39, 41, 43, 45, 47, 48, 50, 44, 42, 46, 51, 59, 53, 49, 57, 55, 52);

    static List<Integer> pitchesOf(List<Voice> voices) {
        return voices.stream()
                .filter(Voice::drums)
                .flatMap(voice -> voice.notes().stream())
                .map(Note::pitch)
                .distinct()
                .sorted(Comparator.comparing(DrumRows::height).reversed())
                .toList();
    }

    private static int height(int pitch) {
        int inKit = KIT.indexOf(pitch);
        return inKit >= 0 ? inKit : KIT.size() + pitch;
    }

    static double widthOfNames(List<Integer> pitches) {
        return pitches.stream()
                .mapToDouble(pitch -> Lettering.width(GeneralMidi.drumName(pitch), FONT_SIZE))
                .max()
                .orElse(0);
    }

    boolean isEmpty() {
        return pitches.isEmpty();
    }

    double y(int pitch) {
        return top + pitches.indexOf(pitch) * ROW_HEIGHT;
    }

    double bottom() {
        return top + pitches.size() * ROW_HEIGHT;
    }
}
