package io.github.musicgen.examples.game;

import io.github.musicgen.api.Session;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/**
 * Draws the next event of a tune from what the model expects, bent by a mood. Allocates nothing.
 *
 * <p>Three rules are kept always, so that a bar is never silence: a note starts each bar, none ends without another in a bar's last
 * beat, and a rest is over at the next beat.
 */
final class StepChoice {
    /** The model knows 48 to 83 in C: these two octaves it knows in every key. */
    private static final int LOWEST = 54;

    private static final int HIGHEST = 78;
    private static final int STEPS_PER_BEAT = 4;

    private final Session session;
    private final Scale key;
    private final int[] events = new int[HIGHEST - LOWEST + 3]; // pitches, then note-off and no-event
    private final double[] weights = new double[events.length];

    StepChoice(Session session, int key) {
        this.session = session;
        this.key = Scale.of(Math.floorMod(key, Pitch.PER_OCTAVE), ScaleKind.MAJOR);
        for (int i = 0; i < events.length - 2; i++) {
            events[i] = LOWEST + i;
        }
        events[events.length - 2] = Melody.NOTE_OFF;
        events[events.length - 1] = Melody.NO_EVENT;
    }

    int draw(int step, Mood mood, boolean sounding, SeededRandom random) {
        boolean onBeat = step % STEPS_PER_BEAT == 0;
        boolean mustStart = step == 0 || (onBeat && !sounding);
        double sum = 0;
        for (int i = 0; i < events.length; i++) {
            double share = share(events[i], step, mood, sounding, mustStart);
            weights[i] = share == 0 ? 0 : share * tempered(session.probability(events[i]), mood.temperature());
            sum += weights[i];
        }
        double rest = random.nextDouble() * sum;
        int chosen = -1;
        for (int i = 0; i < events.length && rest >= 0; i++) {
            if (weights[i] > 0) {
                chosen = i;
                rest -= weights[i];
            }
        }
        return events[chosen];
    }

    /** How much of its likelihood an event keeps; 0 for one that is not allowed. */
    private double share(int event, int step, Mood mood, boolean sounding, boolean mustStart) {
        if (event == Melody.NO_EVENT) {
            return mustStart ? 0 : 1;
        }
        if (event == Melody.NOTE_OFF) {
            return sounding && !mustStart && step < Bar.STEPS - STEPS_PER_BEAT ? 1 : 0;
        }
        if (step % mood.grid() != 0) {
            return 0;
        }
        return mood.eagerness() * (key.contains(event) ? 1 : mood.outside());
    }

    /** StrictMath, so that a seed is the same tune on every machine. */
    private static double tempered(double probability, double temperature) {
        return StrictMath.pow(Math.max(probability, Double.MIN_NORMAL), 1 / temperature);
    }
}
