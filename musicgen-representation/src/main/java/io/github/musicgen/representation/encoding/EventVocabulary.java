package io.github.musicgen.representation.encoding;

/** The events that a family of models knows, and their numbers. */
public interface EventVocabulary {
    /**
     * How many events there are.
     *
     * @return one more than the highest code
     */
    int size();

    /**
     * The event that stands where there is none.
     *
     * @return the event
     */
    int defaultEvent();

    /**
     * The number of an event.
     *
     * @param event the event
     * @return its code, from 0 on
     * @throws IllegalArgumentException if there is no such event
     */
    int code(int event);

    /**
     * The event of a number.
     *
     * @param code the code
     * @return its event
     * @throws IllegalArgumentException if there is no such code
     */
    int event(int code);
}
