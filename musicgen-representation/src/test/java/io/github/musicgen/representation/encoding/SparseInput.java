package io.github.musicgen.representation.encoding;

import java.util.ArrayList;
import java.util.List;

/** Collects an input as its entries that are not zero, or as a vector. */
final class SparseInput implements InputSink {

    /** An entry that is not zero. */
    record Entry(int index, float value) {}

    private final List<Entry> entries = new ArrayList<>();

    static List<Entry> of(StepEncoder encoder) {
        SparseInput input = new SparseInput();
        encoder.writeInput(input);
        return input.entries;
    }

    static List<Entry> of(EncodedSequence encoded, int pair) {
        SparseInput input = new SparseInput();
        encoded.writeInput(pair, input);
        return input.entries;
    }

    /** The entries of a vector that are not zero. */
    static List<Entry> ofDense(float[] vector) {
        SparseInput input = new SparseInput();
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] != 0) {
                input.add(i, vector[i]);
            }
        }
        return input.entries;
    }

    /** The input after the last of some events. */
    static List<Entry> after(SequenceEncoding encoding, int... events) {
        StepEncoder encoder = encoding.start();
        for (int event : events) {
            encoder.append(event);
        }
        return of(encoder);
    }

    /** The input after the last of some events, as a vector. */
    static float[] denseAfter(SequenceEncoding encoding, int... events) {
        float[] vector = new float[encoding.inputSize()];
        after(encoding, events).forEach(entry -> vector[entry.index()] = entry.value());
        return vector;
    }

    List<Entry> entries() {
        return entries;
    }

    @Override
    public void add(int index, float value) {
        entries.add(new Entry(index, value));
    }
}
