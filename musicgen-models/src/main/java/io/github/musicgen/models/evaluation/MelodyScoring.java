package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.engine.Softmax;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;

/** Runs a model along one melody. Used once. */
final class MelodyScoring {
    private static final int EVENTS = 130; // no event, note-off, 128 pitches

    private final MelodyRnnState run;
    private final double[] powers = new double[EVENTS]; // [EVENTS]: of event e at e - NO_EVENT, not normalised
    private KindScore noteOns = KindScore.NONE;
    private KindScore noteOffs = KindScore.NONE;
    private KindScore noEvents = KindScore.NONE;

    private MelodyScoring(MelodyRnnState run) {
        this.run = run;
    }

    /** The melody is one of the model: in its key and range. */
    static ModelScore score(MelodyRnn model, Melody melody) {
        MelodyScoring scoring = new MelodyScoring(model.start());
        for (int step = 0; step < melody.length(); step++) {
            if (step > 0) {
                scoring.judge(melody.event(step));
            }
            scoring.run.feed(melody.event(step));
        }
        return new ModelScore(1, scoring.noteOns, scoring.noteOffs, scoring.noEvents);
    }

    private void judge(int event) {
        double all = mergeClasses();
        int likeliest = Melody.NO_EVENT;
        for (int i = 0; i < EVENTS; i++) {
            likeliest = powers[i] > powers[likeliest - Melody.NO_EVENT] ? i + Melody.NO_EVENT : likeliest;
        }
        double meant = Math.max(powers[event - Melody.NO_EVENT], Double.MIN_NORMAL);
        KindScore step = new KindScore(1, -StrictMath.log(meant / all), event == likeliest ? 1 : 0);
        if (event == Melody.NO_EVENT) {
            noEvents = noEvents.plus(step);
        } else if (event == Melody.NOTE_OFF) {
            noteOffs = noteOffs.plus(step);
        } else {
            noteOns = noteOns.plus(step);
        }
    }

    /** As {@link MelodyRnnState#logProbability} does it, for all events at once. Returns the sum. */
    private double mergeClasses() {
        float[] scores = run.scores(); // [classCount]
        float highest = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < run.classCount(); i++) {
            highest = Math.max(highest, scores[i]);
        }
        Arrays.fill(powers, 0);
        double all = 0;
        for (int i = 0; i < run.classCount(); i++) {
            double power = Softmax.exp((double) scores[i] - highest);
            powers[run.event(i) - Melody.NO_EVENT] += power;
            all += power;
        }
        return all;
    }
}
