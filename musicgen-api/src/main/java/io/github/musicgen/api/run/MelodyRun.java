package io.github.musicgen.api.run;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.plan.PlanWalk;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;

/**
 * One continuation as it grows. Owned by one thread at a time; {@link #step} allocates nothing, and takes as long at step 10,000 as
 * at step 100.
 *
 * <p>Events are those of the music, not of the model. The network runs on an event only when the next one is asked for, so that the
 * last costs nothing, and so that {@link #state} still answers for the event chosen last.
 */
public final class MelodyRun {
    private static final int NOTHING = Integer.MIN_VALUE;
    private static final int MIDDLE_C = 60;

    private final MelodyRnnState state;
    private final PlanWalk walk;
    private final SamplingOptions sampling;
    private final Sampler sampler;
    private final SeededRandom random;
    private final Primer primer;
    private final int[] events; // [steps]
    private final double[] logProbabilities; // [steps]
    private final boolean[] allowed; // [classCount]
    private int length;
    private int unfed = NOTHING; // an event of the model that the network has not seen
    private int chosenClass = NOTHING;
    private double logLikelihood;

    private MelodyRun(
            MelodyRnnState state,
            PlanWalk walk,
            SamplingOptions sampling,
            SeededRandom random,
            Primer primer,
            int[] events,
            double[] logProbabilities) {
        this.state = state;
        this.walk = walk;
        this.sampling = sampling;
        this.sampler = new Sampler(sampling, state.classCount());
        this.random = random;
        this.primer = primer;
        this.events = events;
        this.logProbabilities = logProbabilities;
        this.allowed = new boolean[state.classCount()];
    }

    /**
     * Lets a model hear a primer.
     *
     * @param model the model
     * @param primer what will be continued
     * @param deadline until when there is time
     * @return the model after the primer
     * @throws Deadline.Passed if there is no time to finish
     */
    public static MelodyRnnState hear(MelodyRnn model, Primer primer, Deadline deadline) {
        MelodyRnnState state = model.start();
        for (int i = 0; i < primer.shown().length(); i++) {
            deadline.check();
            state.feed(primer.shown().event(i));
        }
        return state;
    }

    /**
     * Starts a continuation.
     *
     * @param heard the model after the primer; it belongs to this run from now on
     * @param primer what is continued
     * @param walk what is allowed
     * @param sampling how to choose
     * @param random what is drawn from
     * @param steps how long it will be at most
     * @return the run, with no step taken
     */
    public static MelodyRun start(
            MelodyRnnState heard,
            Primer primer,
            PlanWalk walk,
            SamplingOptions sampling,
            SeededRandom random,
            int steps) {
        return new MelodyRun(heard, walk, sampling, random, primer, new int[steps], new double[steps]);
    }

    /**
     * Takes a step.
     *
     * @return the event chosen: a pitch, note-off or no-event
     */
    public int step() {
        if (owesEvent()) {
            state.feed(takeOwedEvent());
        }
        int event = state.length() == 0 ? opening() : choose();
        walk.take(event);
        unfed = toModel(event);
        events[length] = event;
        length++;
        return event;
    }

    /** Whether the network has yet to see the event chosen last. */
    boolean owesEvent() {
        return unfed != NOTHING;
    }

    /** The event of the model that the network has yet to see; whoever takes it feeds it to {@link #state}. */
    int takeOwedEvent() {
        int event = unfed;
        unfed = NOTHING;
        return event;
    }

    private int choose() {
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = walk.allows(toMusic(state.event(i)));
        }
        chosenClass = sampler.choose(state.scores(), state.weights(), allowed, random);
        int event = state.event(chosenClass);
        logProbabilities[length] = state.logProbability(event);
        logLikelihood += logProbabilities[length];
        return toMusic(event);
    }

    /** A network says nothing before it has seen an event: music from nothing opens with the tonic nearest to the middle. */
    private int opening() {
        int best = NOTHING;
        for (int pitch = Pitch.MIN; pitch <= Pitch.MAX; pitch++) {
            if (walk.allows(pitch) && (best == NOTHING || isBetterOpening(pitch, best))) {
                best = pitch;
            }
        }
        if (best != NOTHING) {
            return best;
        }
        return walk.allows(Melody.NO_EVENT) ? Melody.NO_EVENT : Melody.NOTE_OFF;
    }

    private boolean isBetterOpening(int pitch, int other) {
        boolean home = isTonic(pitch);
        return home == isTonic(other) ? Math.abs(pitch - MIDDLE_C) < Math.abs(other - MIDDLE_C) : home;
    }

    private boolean isTonic(int pitch) {
        return pitch % Pitch.PER_OCTAVE == primer.tonic();
    }

    private int toMusic(int event) {
        if (event < Pitch.MIN) {
            return event;
        }
        int pitch = event - primer.shift();
        return pitch < Pitch.MIN ? Integer.MAX_VALUE : pitch;
    }

    private int toModel(int event) {
        return event < Pitch.MIN ? event : event + primer.shift();
    }

    /**
     * How many steps were taken.
     *
     * @return steps
     */
    public int length() {
        return length;
    }

    /**
     * What was chosen so far.
     *
     * @return the continuation, which lies in the music where the primer ends
     */
    public Melody melody() {
        return primer.continuedBy(Arrays.copyOf(events, length));
    }

    /**
     * How likely the model finds what was chosen so far, without masks and at temperature 1.
     *
     * @return the sum of the logarithms of the probabilities, in nats; an opening from nothing has none
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * An event chosen before.
     *
     * @param step how many were chosen before it
     * @return the event
     */
    public int eventAt(int step) {
        return events[step];
    }

    /**
     * How likely the model finds an event chosen before.
     *
     * @param step how many were chosen before it
     * @return the natural logarithm of its probability, 0 for an opening from nothing
     */
    public double logProbabilityAt(int step) {
        return logProbabilities[step];
    }

    /**
     * Which class stood for the event chosen last.
     *
     * @return the class, or a negative number for an opening from nothing
     */
    public int chosenClass() {
        return chosenClass;
    }

    /**
     * How likely a class was when the last event was drawn.
     *
     * @param classIndex the class
     * @return its probability among those that were drawn from
     */
    public double probability(int classIndex) {
        return sampler.probability(classIndex);
    }

    /**
     * The event of the music that a class meant when the last event was chosen.
     *
     * @param classIndex the class
     * @return the event; above 127 if it lies outside the range of MIDI
     */
    public int event(int classIndex) {
        return toMusic(state.event(classIndex));
    }

    /**
     * The model, which still answers for the event chosen last.
     *
     * @return its state; not to be fed
     */
    public MelodyRnnState state() {
        return state;
    }

    /**
     * An independent run that goes on from here with other draws.
     *
     * @param newRandom what it draws from
     * @return the copy
     */
    public MelodyRun fork(SeededRandom newRandom) {
        MelodyRun copy = new MelodyRun(
                state.fork(), walk.fork(), sampling, newRandom, primer, events.clone(), logProbabilities.clone());
        copy.length = length;
        copy.unfed = unfed;
        copy.chosenClass = chosenClass;
        copy.logLikelihood = logLikelihood;
        return copy;
    }
}
