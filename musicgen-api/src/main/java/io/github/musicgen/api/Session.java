package io.github.musicgen.api;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.Sampler;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/**
 * A model that listens: feed it events as they happen, ask what it expects next, let it choose, go back. For one thread at a time.
 *
 * <pre>{@code
 * Session session = generator.session();
 * session.feed(Melody.of(60, -2, 62, -2));
 * double likely = session.probability(64);
 * Session.Snapshot here = session.snapshot();
 * int event = session.choose(SamplingOptions.DEFAULT, SeededRandom.ofSeed(42)); // feeds it, too
 * session.rewind(here);
 * }</pre>
 *
 * <p>Events are pitches, {@link Melody#NOTE_OFF} and {@link Melody#NO_EVENT}, one for each step, in the range of the model. They are
 * not transposed to the model's key; who wants that {@linkplain #transposed says so}.
 */
public final class Session {
    private final MelodyRnn model;
    private final int shift;
    private final int lowest; // of the pitches that can be fed
    private final int highest;
    private final boolean[] allowed; // [classCount]
    private MelodyRnnState state;

    private Session(MelodyRnn model, int shift, MelodyRnnState state) {
        this.model = model;
        this.shift = shift;
        this.state = state;
        this.lowest = Math.max(Pitch.MIN, model.configuration().minPitch() - shift);
        this.highest = Math.min(Pitch.MAX, model.configuration().maxPitch() - 1 - shift);
        this.allowed = new boolean[state.classCount()];
    }

    static Session start(MelodyRnn model, int shift) {
        return new Session(model, shift, model.start());
    }

    /**
     * A new session in another key.
     *
     * @param semitones how much higher the model hears what is fed; what it chooses comes back as much lower
     * @return a session without any event
     * @throws IllegalArgumentException if there is no pitch that the model would hear within its range
     */
    public Session transposed(int semitones) {
        long all = (long) shift + semitones;
        int least = model.configuration().minPitch() - Pitch.MAX;
        int most = model.configuration().maxPitch() - 1;
        if (all < least || all > most) {
            throw new IllegalArgumentException("a session must be transposed by " + least + ".." + most
                    + " semitones from where the model hears it, but was by " + all);
        }
        return start(model, (int) all);
    }

    /** A place in a session to go back to. */
    public static final class Snapshot {
        private final MelodyRnn model;
        private final MelodyRnnState state;

        private Snapshot(MelodyRnn model, MelodyRnnState state) {
            this.model = model;
            this.state = state;
        }
    }

    /**
     * Tells the model what happened.
     *
     * @param event a pitch, note-off or no-event
     * @throws IllegalArgumentException if the model has no such event; the session stays as it was
     */
    public void feed(int event) {
        state.feed(toModel(event));
    }

    /**
     * Tells the model a melody.
     *
     * @param melody its events are fed one by one
     * @throws IllegalArgumentException if the model has no such event; the session stays as it was
     */
    public void feed(Melody melody) {
        MelodyRnnState heard = state.fork();
        for (int i = 0; i < melody.length(); i++) {
            heard.feed(toModel(melody.event(i)));
        }
        state = heard;
    }

    /**
     * How many events there are.
     *
     * @return events so far
     */
    public long length() {
        return state.length();
    }

    /**
     * How likely the model finds an event next, at temperature 1.
     *
     * @param event a pitch, note-off or no-event
     * @return its probability, 0 for an event that the model does not know
     * @throws IllegalStateException if no event was fed yet
     */
    public double probability(int event) {
        requireEvents();
        return knows(event) ? StrictMath.exp(state.logProbability(moved(event, shift))) : 0;
    }

    /**
     * Lets the model choose what comes next, and feeds it.
     *
     * @param options how daring the choice is
     * @param random what is drawn from
     * @return the event
     * @throws IllegalStateException if no event was fed yet
     */
    public int choose(SamplingOptions options, SeededRandom random) {
        requireEvents();
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = isPlayable(state.event(i));
        }
        int event = state.event(new Sampler(options, allowed.length).choose(state.scores(), allowed, random));
        state.feed(event);
        return moved(event, -shift);
    }

    /**
     * The place where the session is.
     *
     * @return a place that {@link #rewind} goes back to, as often as wanted
     */
    public Snapshot snapshot() {
        return new Snapshot(model, state.fork());
    }

    /**
     * Goes back, or on, to a place.
     *
     * @param snapshot of this session or another one of the same generator
     * @throws IllegalArgumentException if it belongs to another model
     */
    public void rewind(Snapshot snapshot) {
        if (snapshot.model != model) {
            throw new IllegalArgumentException("a snapshot must be of the same model, but was of another");
        }
        state = snapshot.state.fork();
    }

    /**
     * An independent session that goes on from here.
     *
     * @return the copy
     */
    public Session fork() {
        return new Session(model, shift, state.fork());
    }

    private void requireEvents() {
        if (state.length() == 0) {
            throw new IllegalStateException("an event must be fed before the model expects anything");
        }
    }

    private int toModel(int event) {
        if (!knows(event)) {
            throw new IllegalArgumentException("event must be " + Melody.NO_EVENT + ", " + Melody.NOTE_OFF
                    + " or a pitch in " + lowest + ".." + highest + ", but was " + event);
        }
        return moved(event, shift);
    }

    private boolean knows(int event) {
        return event == Melody.NO_EVENT || event == Melody.NOTE_OFF || isInRange(event);
    }

    /** Whether an event of the model is one of the music, too: below 0 a pitch would be another event there. */
    private boolean isPlayable(int event) {
        return event < Pitch.MIN || isInRange(event - shift);
    }

    private boolean isInRange(int pitch) {
        return pitch >= lowest && pitch <= highest;
    }

    private static int moved(int event, int semitones) {
        return event < Pitch.MIN ? event : event + semitones;
    }
}
