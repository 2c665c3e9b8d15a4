package io.github.musicgen.representation.encoding;

import java.util.List;
import java.util.OptionalInt;

/**
 * Shows the latest event, the events that would come next if the music repeated itself, and where in the bar the next event lies.
 * Without lookbacks and counter it is the plain one-hot encoding.
 *
 * <p>The input, where n is the size of the vocabulary:
 * <pre>
 *   n               the latest event
 * + n * lookbacks   the event after the one at each lookback, which comes next if the music repeats itself
 * + counterBits     the number of events so far, its lowest bit first: 1 or -1
 * + lookbacks       1 if the latest event equals the one at each lookback before it
 * </pre>
 *
 * <p>Classes are the codes of the vocabulary, and after them one for each lookback: the event that repeats it. A longer lookback
 * goes before a shorter one, and any before the event itself.
 *
 * @param vocabulary the events
 * @param distances the lookbacks in steps, ascending
 * @param counterBits bits of the counter
 */
public record LookbackEncoding(EventVocabulary vocabulary, List<Integer> distances, int counterBits)
        implements SequenceEncoding {

    /** Checks the lookbacks and the counter; copies the list. */
    public LookbackEncoding {
        distances = Lookbacks.require(distances);
        StepCounter.requireBits(counterBits);
    }

    /**
     * The plain one-hot encoding.
     *
     * @param vocabulary the events
     * @return an encoding whose input and whose classes are the codes of the events
     */
    public static LookbackEncoding oneHot(EventVocabulary vocabulary) {
        return new LookbackEncoding(vocabulary, List.of(), 0);
    }

    @Override
    public int inputSize() {
        return vocabulary.size() * (1 + distances.size()) + counterBits + distances.size();
    }

    @Override
    public int classCount() {
        return vocabulary.size() + distances.size();
    }

    @Override
    public int defaultEvent() {
        return vocabulary.defaultEvent();
    }

    @Override
    public OptionalInt repeatDistance(int classIndex) {
        return Lookbacks.distance(distances, Classes.require(classIndex, classCount()) - vocabulary.size());
    }

    @Override
    public StepEncoder start() {
        return new LookbackEncoder(this, new EventHistory(Lookbacks.toArray(distances), defaultEvent()));
    }
}
