package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.representation.melody.Melody;

/** How long somebody wants a song: in bars or in minutes. */
final class SongLength {
    /** Minutes are bounded in hundredths, which can be read; the least are less than a bar, which is what they become. */
    private static final double HUNDREDTHS = 100;

    private static final double LEAST_MINUTES = 1 / HUNDREDTHS;

    private SongLength() {}

    static int steps(Fields fields, double tempo, int usualBars, int maxSteps) {
        int most = Math.max(1, maxSteps / Melody.DEFAULT_STEPS_PER_BAR);
        if (fields.has("bars") && fields.has("minutes")) {
            throw Refusal.field("minutes", "given beside bars", "given alone, or not at all");
        }
        double quartersPerBar = (double) Melody.DEFAULT_STEPS_PER_BAR / Melody.DEFAULT_STEPS_PER_QUARTER;
        double mostMinutes = Math.floor(most * quartersPerBar / tempo * HUNDREDTHS) / HUNDREDTHS;
        int bars = fields.number("minutes", LEAST_MINUTES, mostMinutes)
                .map(minutes -> Math.max(1, (int) Math.round(minutes * tempo / quartersPerBar)))
                .orElseGet(() -> fields.whole("bars", 1, most, Math.min(most, usualBars)));
        return bars * Melody.DEFAULT_STEPS_PER_BAR;
    }
}
