package io.github.musicgen.api.melodyrnn;

import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.Powers;
import io.github.musicgen.representation.encoding.StepEncoder;
import java.util.Optional;

/**
 * One run of a melody model: the events so far and what the network makes of them. Owned by one thread at a time.
 *
 * <p>Events are those of the model: in its range, in its key. Nothing but {@link #fork} and {@link #attention} allocates.
 */
public final class MelodyRnnState {
    private final StepEncoder encoder;
    private final NetworkState network;
    private final int classCount;
    private final float[] scores; // [classCount], the network's own
    private final Powers powers;
    private boolean weighed; // whether the powers are those of the scores

    MelodyRnnState(StepEncoder encoder, NetworkState network, int classCount) {
        this.encoder = encoder;
        this.network = network;
        this.classCount = classCount;
        this.scores = network.scores();
        this.powers = new Powers(classCount);
    }

    /**
     * Appends an event and runs the network on it.
     *
     * @param event an event of the model
     * @throws IllegalArgumentException if the model has no such event; the run stays as it was
     */
    public void feed(int event) {
        append(event);
        network.begin();
        writeInput();
        network.finish();
    }

    void append(int event) {
        encoder.append(event);
        weighed = false;
    }

    void writeInput() {
        encoder.writeInput(network);
    }

    NetworkState network() {
        return network;
    }

    /**
     * How many events there are.
     *
     * @return events so far
     */
    public long length() {
        return encoder.length();
    }

    /**
     * How many answers there are.
     *
     * @return classes
     */
    public int classCount() {
        return classCount;
    }

    /**
     * What the network answered to the latest event.
     *
     * @return a score for each class, before the softmax; zeros before the first event. Not to be written to, and good until
     *     the next event // [classCount]
     */
    public float[] scores() {
        return scores;
    }

    /**
     * What the network answered to the latest event, as the weights of a softmax that are not yet divided by their sum.
     *
     * @return e to the power of how far each score lies below the highest. Not to be written to, and good until the next event //
     *     [classCount]
     */
    public double[] weights() {
        if (!weighed) {
            powers.ofScores(scores);
            weighed = true;
        }
        return powers.values();
    }

    /**
     * The event that a class means, if it came next.
     *
     * @param classIndex the class
     * @return the event
     */
    public int event(int classIndex) {
        return encoder.event(classIndex);
    }

    /**
     * How likely the model finds an event, whichever of its classes stand for it: a repeat of two bars ago and the note itself may
     * mean the same. So models of different encodings compare.
     *
     * @param event an event of the model
     * @return the natural logarithm of its probability at temperature 1, without any mask: at most 0, never below about -709
     */
    public double logProbability(int event) {
        double[] weights = weights();
        double all = 0;
        double meant = 0;
        for (int i = 0; i < classCount; i++) {
            all += weights[i];
            if (encoder.event(i) == event) {
                meant += weights[i];
            }
        }
        return StrictMath.log(Math.max(meant, Double.MIN_NORMAL) / all);
    }

    /**
     * Where the network's attention lay at the latest event.
     *
     * @return a weight for each remembered step, the latest first; nothing without attention
     */
    public Optional<float[]> attention() {
        return network.attention();
    }

    /**
     * An independent run that goes on from here.
     *
     * @return the copy
     */
    public MelodyRnnState fork() {
        return new MelodyRnnState(encoder.copy(), network.fork(), classCount);
    }
}
