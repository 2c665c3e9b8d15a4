package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.engine.NetworkState;
import io.github.musicgen.api.engine.Powers;
import io.github.musicgen.representation.encoding.EventVocabulary;
import java.util.List;

/**
 * A vector while it is decoded: what the network makes of it and of the events so far. Owned by one thread at a time; no step
 * allocates. Under a conductor each bar is a run of its own; the only thing that one hears of the bar before is its last event.
 */
public final class MelodyVaeState {
    private final EventVocabulary vocabulary;
    private final NetworkState[] parts;
    private final int partLength;
    private final Powers powers;
    private NetworkState network;
    private int length;

    /**
     * Takes the first step, which is shown no event.
     *
     * @param parts runs that have taken no step, one for each part of the stretch
     * @param partLength how many events a part has
     */
    MelodyVaeState(EventVocabulary vocabulary, List<NetworkState> parts, int partLength) {
        this.vocabulary = vocabulary;
        this.parts = parts.toArray(NetworkState[]::new);
        this.partLength = partLength;
        this.powers = new Powers(vocabulary.size());
        this.network = parts.get(0);
        network.begin();
        network.finish();
    }

    /**
     * Appends an event and runs the network on it.
     *
     * @param event an event of the model
     * @throws IllegalArgumentException if the model has no such event; the run stays as it was
     */
    public void feed(int event) {
        int code = vocabulary.code(event);
        length++;
        network = parts[
                Math.min(length / partLength, parts.length - 1)]; // what is fed beyond the end goes on with the last
        network.begin();
        network.add(code, 1);
        network.finish();
    }

    /**
     * How many events there are.
     *
     * @return events so far
     */
    public int length() {
        return length;
    }

    /**
     * How many answers there are.
     *
     * @return classes
     */
    public int classCount() {
        return vocabulary.size();
    }

    /**
     * What the network says of the next event.
     *
     * @return a score for each class, before the softmax. Not to be written to, and good until the next event // [classCount]
     */
    public float[] scores() {
        return network.scores();
    }

    /**
     * The event that a class means.
     *
     * @param classIndex the class
     * @return the event
     */
    public int event(int classIndex) {
        return vocabulary.event(classIndex);
    }

    /**
     * How likely the model finds an event.
     *
     * @param event an event of the model
     * @return the natural logarithm of its probability at temperature 1, without any mask: at most 0, never below about -709
     */
    public double logProbability(int event) {
        powers.ofScores(network.scores());
        double[] values = powers.values();
        double all = 0;
        for (double value : values) {
            all += value;
        }
        return StrictMath.log(Math.max(values[vocabulary.code(event)], Double.MIN_NORMAL) / all);
    }
}
