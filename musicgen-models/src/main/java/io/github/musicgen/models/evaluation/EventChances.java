package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.engine.Powers;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;

/** What a model finds likely next, by event: its classes that mean the same event count together. */
final class EventChances {
    private static final int EVENTS = 130; // no event, note-off, 128 pitches

    private final Powers classes;
    private final double[] powers = new double[EVENTS]; // [EVENTS]: of event e at e - NO_EVENT, not normalised
    private double all; // the sum of them

    EventChances(int classCount) {
        this.classes = new Powers(classCount);
    }

    /** Takes the place of what was there, as {@link MelodyRnnState#logProbability} does it, for all events at once. */
    void read(MelodyRnnState run) {
        classes.ofScores(run.scores());
        double[] values = classes.values();
        Arrays.fill(powers, 0);
        all = 0;
        for (int i = 0; i < values.length; i++) {
            powers[run.event(i) - Melody.NO_EVENT] += values[i];
            all += values[i];
        }
    }

    /** Of equally likely events the first: no event, note-off, then upwards. */
    int likeliest() {
        int likeliest = 0;
        for (int i = 1; i < EVENTS; i++) {
            likeliest = powers[i] > powers[likeliest] ? i : likeliest;
        }
        return likeliest + Melody.NO_EVENT;
    }

    /** How surprising an event would be. */
    double nats(int event) {
        double meant = Math.max(powers[event - Melody.NO_EVENT], Double.MIN_NORMAL);
        return -StrictMath.log(meant / all);
    }
}
