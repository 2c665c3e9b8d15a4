package io.github.musicgen.representation.encoding;

import java.util.OptionalInt;

/**
 * What a network is shown of a sequence of events, and how its answers are read.
 *
 * <p>Events are ints in the vocabulary of the family: of melodies those of
 * {@link io.github.musicgen.representation.melody.Melody}. An encoding is immutable and may be shared; what a generation has
 * played so far lives in the {@link StepEncoder} that it {@linkplain #start() starts}.
 */
public interface SequenceEncoding {
    /**
     * The width of an input.
     *
     * @return one more than the highest index
     */
    int inputSize();

    /**
     * How many answers there are.
     *
     * @return one more than the highest class
     */
    int classCount();

    /**
     * The event that stands where there is none.
     *
     * @return the event, for melodies no event
     */
    int defaultEvent();

    /**
     * The steps that lie between an event and the one it repeats, if a class means a repeat rather than an event by name.
     *
     * @param classIndex the class
     * @return the distance, if the class means a repeat
     */
    OptionalInt repeatDistance(int classIndex);

    /**
     * Starts an empty sequence.
     *
     * @return its encoder
     */
    StepEncoder start();

    /**
     * A whole sequence, as training needs it: for each event but the last the input after it and the class of the next one.
     *
     * @param events the sequence
     * @return a pair for each event but the last
     */
    default EncodedSequence encode(int... events) {
        return EncodedSequence.of(this, events);
    }

    /**
     * The inverse of {@link #encode}.
     *
     * @param events the events before the classes begin: for the labels of a whole sequence its first event
     * @param classes the class of each event after those
     * @return all events
     */
    default int[] decode(int[] events, int[] classes) {
        StepEncoder encoder = start();
        int[] decoded = new int[events.length + classes.length];
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = i < events.length ? events[i] : encoder.event(classes[i - events.length]);
            encoder.append(decoded[i]);
        }
        return decoded;
    }
}
