package io.github.musicgen.models.evaluation.melodyvae;

import io.github.musicgen.representation.melody.DrumPattern;
import java.util.List;

/** How often each drum is struck at each step of drum patterns of one length. */
final class StrikeRates {
    private final double[] rates; // [steps * classes], each 0 to 1

    private StrikeRates(double[] rates) {
        this.rates = rates;
    }

    static StrikeRates of(List<DrumPattern> patterns) {
        int drums = DrumPattern.CLASSES.size();
        double[] rates = new double[patterns.get(0).length() * drums];
        for (DrumPattern pattern : patterns) {
            for (int i = 0; i < rates.length; i++) {
                rates[i] += (double) (pattern.event(i / drums) >> i % drums & 1) / patterns.size();
            }
        }
        return new StrikeRates(rates);
    }

    /** What both strike of all that either strikes, 0 to 1; 1 if neither strikes anything. */
    double overlap(StrikeRates other) {
        double both = 0;
        double either = 0;
        for (int i = 0; i < rates.length; i++) {
            both += Math.min(rates[i], other.rates[i]);
            either += Math.max(rates[i], other.rates[i]);
        }
        return either == 0 ? 1 : both / either;
    }
}
