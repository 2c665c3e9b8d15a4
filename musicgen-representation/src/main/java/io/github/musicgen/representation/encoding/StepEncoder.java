package io.github.musicgen.representation.encoding;

/**
 * The encoder of one sequence that grows event by event. Not for several threads at once.
 *
 * <p>To prime a network, append the events of the primer one by one and show the network the input after each. From then on do
 * the same with each event that it chooses. {@link MelodyEncodings} shows it in code.
 *
 * <p>Nothing here but {@link #copy} allocates, and no call takes longer the longer the sequence is.
 */
public interface StepEncoder {
    /**
     * How long the sequence is.
     *
     * @return events so far
     */
    long length();

    /**
     * Appends an event.
     *
     * @param event the event
     * @throws IllegalArgumentException if the encoding has no such event; the sequence stays as it was
     */
    void append(int event);

    /**
     * Writes what a network is shown after the last event.
     *
     * @param sink takes the entries that are not zero
     * @throws IllegalStateException if there is no event yet
     */
    void writeInput(InputSink sink);

    /**
     * The class of an event, if it came next.
     *
     * @param nextEvent the event
     * @return the class that {@link #event} reads as this event
     * @throws IllegalArgumentException if the encoding has no such event
     */
    int label(int nextEvent);

    /**
     * The event that a class means, if it came next. Several classes may mean the same event.
     *
     * @param classIndex the class
     * @return the event, not yet appended
     * @throws IllegalArgumentException if there is no such class
     */
    int event(int classIndex);

    /**
     * Forks the sequence; also a snapshot to {@linkplain #restore go back} to.
     *
     * @return an encoder of the same events that goes its own way from here
     */
    StepEncoder copy();

    /**
     * Becomes like another encoder.
     *
     * @param snapshot an encoder of the same encoding, which stays as it is
     * @throws IllegalArgumentException if it belongs to another encoding
     */
    void restore(StepEncoder snapshot);
}
