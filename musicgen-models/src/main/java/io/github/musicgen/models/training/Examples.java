package io.github.musicgen.models.training;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.evaluation.ModelMelodies;
import io.github.musicgen.representation.encoding.EncodedSequence;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Melodies as pairs of inputs and labels, and batches of them. */
final class Examples {
    private final List<EncodedSequence> melodies;
    private final int inputSize;

    private Examples(List<EncodedSequence> melodies, int inputSize) {
        this.melodies = melodies;
        this.inputSize = inputSize;
    }

    /** Melodies as the model is shown them, and what is made of them besides; those of less than two steps teach nothing. */
    static Examples of(List<Melody> written, Augmentation augmentation, MelodyRnnConfiguration configuration) {
        ModelMelodies shown = new ModelMelodies(configuration);
        List<EncodedSequence> melodies = written.parallelStream()
                .map(shown::squash)
                .flatMap(melody -> augmentation.apply(melody).stream())
                .filter(melody -> melody.length() > 1)
                .map(melody -> configuration.encoding().encode(melody.events()))
                .toList();
        return new Examples(melodies, configuration.encoding().inputSize());
    }

    /** Pairs in each melody. */
    int[] lengths() {
        return melodies.stream().mapToInt(EncodedSequence::size).toArray();
    }

    /** Rows in arrays of 'f' order, as the layers want them; a row shorter than the longest is masked at its end. */
    Batch batch(List<Slice> rows) {
        int batch = rows.size();
        int steps = rows.stream().mapToInt(Slice::length).max().orElseThrow();
        INDArray inputs = Nd4j.create(DataType.FLOAT, new long[] {batch, inputSize, steps}, 'f');
        INDArray labels = Nd4j.create(DataType.FLOAT, new long[] {batch, 1, steps}, 'f');
        INDArray mask = Nd4j.create(DataType.FLOAT, new long[] {batch, steps}, 'f');
        for (int row = 0; row < batch; row++) {
            Slice slice = rows.get(row);
            write(slice, row, batch, inputs.data(), labels.data(), mask.data());
        }
        return new Batch(inputs, labels, mask);
    }

    private void write(Slice slice, int row, int batch, DataBuffer inputs, DataBuffer labels, DataBuffer mask) {
        EncodedSequence melody = melodies.get(slice.melody());
        for (int step = 0; step < slice.length(); step++) {
            int pair = slice.from() + step;
            long first = row + (long) batch * inputSize * step;
            melody.writeInput(pair, (index, value) -> inputs.put(first + (long) batch * index, value));
            long place = row + (long) batch * step;
            labels.put(place, melody.label(pair));
            mask.put(place, 1f);
        }
    }

    /**
     * What a step of training learns.
     *
     * @param inputs {@code [batch, inputSize, steps]}
     * @param labels {@code [batch, 1, steps]}
     * @param mask {@code [batch, steps]}
     */
    record Batch(INDArray inputs, INDArray labels, INDArray mask) {}
}
