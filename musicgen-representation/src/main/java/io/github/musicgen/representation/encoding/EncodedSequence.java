package io.github.musicgen.representation.encoding;

import java.util.Arrays;

/** The inputs and labels of a whole sequence. Inputs are kept as their entries that are not zero. */
public final class EncodedSequence {
    private final int inputSize;
    private final int classCount;
    private final int[] starts; // [pairs + 1]: where the entries of each input begin
    private final int[] labels; // [pairs]
    private int[] indices; // [starts[pairs]], while it is being made longer
    private float[] values; // [the same]

    private EncodedSequence(SequenceEncoding encoding, int pairs) {
        inputSize = encoding.inputSize();
        classCount = encoding.classCount();
        starts = new int[pairs + 1];
        labels = new int[pairs];
        indices = new int[0];
        values = new float[0];
    }

    static EncodedSequence of(SequenceEncoding encoding, int[] events) {
        EncodedSequence encoded = new EncodedSequence(encoding, Math.max(0, events.length - 1));
        StepEncoder encoder = encoding.start();
        for (int i = 0; i < encoded.size(); i++) {
            encoder.append(events[i]);
            encoded.starts[i + 1] = encoded.starts[i];
            int pair = i;
            encoder.writeInput((index, value) -> encoded.add(pair, index, value));
            encoded.labels[i] = encoder.label(events[i + 1]);
        }
        encoded.resize(encoded.starts[encoded.size()]);
        return encoded;
    }

    private void add(int pair, int index, float value) {
        int at = starts[pair + 1]++;
        if (at == indices.length) {
            resize(Math.max(Math.addExact(at, at), starts.length));
        }
        indices[at] = index;
        values[at] = value;
    }

    private void resize(int length) {
        indices = Arrays.copyOf(indices, length);
        values = Arrays.copyOf(values, length);
    }

    /**
     * How long it is.
     *
     * @return pairs of input and label: one less than there were events
     */
    public int size() {
        return labels.length;
    }

    /**
     * The width of an input.
     *
     * @return one more than the highest index
     */
    public int inputSize() {
        return inputSize;
    }

    /**
     * How many classes there are.
     *
     * @return one more than the highest label
     */
    public int classCount() {
        return classCount;
    }

    /**
     * Writes an input.
     *
     * @param pair its number: the input after event {@code pair}
     * @param sink takes the entries that are not zero
     */
    public void writeInput(int pair, InputSink sink) {
        for (int i = starts[pair]; i < starts[pair + 1]; i++) {
            sink.add(indices[i], values[i]);
        }
    }

    /**
     * A label.
     *
     * @param pair its number: the class of event {@code pair + 1}
     * @return the class
     */
    public int label(int pair) {
        return labels[pair];
    }

    /**
     * All labels.
     *
     * @return a copy
     */
    public int[] labels() {
        return labels.clone();
    }
}
