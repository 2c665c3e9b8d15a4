package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * The pitches that a picture has rows for.
 *
 * @param lowest the lowest
 * @param highest the highest, or one less than the lowest for no rows
 */
record PitchRows(int lowest, int highest) {
    private static final PitchRows NONE = new PitchRows(0, -1);
    private static final PitchRows OF_SILENCE = new PitchRows(55, 77);
    private static final int PADDING = 2;
    private static final int LEAST = 19;

    /** All pitches that sound and some more, but no rows for drums alone. */
    static PitchRows of(List<Voice> voices) {
        if (voices.isEmpty()) {
            return OF_SILENCE;
        }
        IntSummaryStatistics pitches = voices.stream()
                .filter(voice -> !voice.drums())
                .flatMap(voice -> voice.notes().stream())
                .mapToInt(Note::pitch)
                .summaryStatistics();
        return pitches.getCount() == 0 ? NONE : around(pitches.getMin(), pitches.getMax());
    }

    private static PitchRows around(int min, int max) {
        int missing = Math.max(0, LEAST - (max - min + 1 + 2 * PADDING));
        int below = PADDING + missing / 2;
        int above = PADDING + missing - missing / 2;
        return new PitchRows(Math.max(Pitch.MIN, min - below), Math.min(Pitch.MAX, max + above));
    }

    int count() {
        return highest - lowest + 1;
    }
}
