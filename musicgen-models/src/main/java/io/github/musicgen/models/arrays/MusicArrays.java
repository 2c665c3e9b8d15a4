package io.github.musicgen.models.arrays;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.encoding.EncodedSequence;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.pianoroll.FloatRoll;
import io.github.musicgen.representation.pianoroll.PitchRange;
import io.github.musicgen.representation.pianoroll.Roll;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Music and weights as arrays of ND4J, and back. All are copies: neither side sees what the other changes.
 *
 * <pre>{@code
 * INDArray roll = MusicArrays.of(PianoRoll.binary(music, grid).frames()); // [steps, pitches]
 * INDArray inputs = MusicArrays.inputs(melody, MelodyEncodings.lookback(48, 84)); // [1, inputSize, steps]
 * INDArray labels = MusicArrays.labels(melody, MelodyEncodings.lookback(48, 84)); // [1, 1, steps]
 * }</pre>
 */
public final class MusicArrays {
    private MusicArrays() {}

    /**
     * A piano roll as an array.
     *
     * @param roll the notes, or their velocities
     * @return {@code [steps, pitches]}
     */
    public static INDArray of(Roll roll) {
        int pitches = roll.range().size();
        FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(roll.steps(), pitches));
        roll.writeTo(values);
        return Nd4j.createFromArray(values.array()).reshape('c', roll.steps(), pitches);
    }

    /**
     * An array as a piano roll, such as what a network answered.
     *
     * @param values {@code [steps, pitches]}
     * @param range what the pitches are
     * @return the roll
     * @throws IllegalArgumentException if there are not as many columns as pitches
     */
    public static FloatRoll roll(INDArray values, PitchRange range) {
        if (values.rank() != 2 || values.size(1) != range.size()) {
            throw new IllegalArgumentException("a piano roll of " + range.size() + " pitches must be [steps, "
                    + range.size() + "], but was " + Arrays.toString(values.shape()));
        }
        return FloatRoll.wrap(floats(values), range);
    }

    /**
     * What a network is shown of a melody: one-hot, lookback, or whatever the encoding makes of it. Each step but the last, which
     * nothing follows.
     *
     * @param melody in the range of the encoding
     * @param encoding such as {@code MelodyEncodings.lookback(48, 84)}
     * @return {@code [1, inputSize, steps - 1]}, in the order that our layers want
     */
    public static INDArray inputs(Melody melody, SequenceEncoding encoding) {
        EncodedSequence pairs = encoding.encode(melody.events());
        float[] values = new float[Math.multiplyExact(pairs.size(), pairs.inputSize())];
        for (int step = 0; step < pairs.size(); step++) {
            int first = step * pairs.inputSize();
            pairs.writeInput(step, (index, value) -> values[first + index] += value);
        }
        return Nd4j.createFromArray(values).reshape('f', 1, pairs.inputSize(), pairs.size());
    }

    /**
     * What a network should answer to {@link #inputs}: the class of the next step.
     *
     * @param melody in the range of the encoding
     * @param encoding such as {@code MelodyEncodings.lookback(48, 84)}
     * @return class numbers {@code [1, 1, steps - 1]}
     */
    public static INDArray labels(Melody melody, SequenceEncoding encoding) {
        int[] labels = encoding.encode(melody.events()).labels();
        return Nd4j.createFromArray(labels).castTo(DataType.FLOAT).reshape('f', 1, 1, labels.length);
    }

    /**
     * The weights of a model.
     *
     * @param bundle the model
     * @return each array by its name in the bundle, in its order
     */
    public static Map<String, INDArray> weights(Bundle bundle) {
        Map<String, INDArray> weights = new LinkedHashMap<>();
        for (Tensor tensor : bundle.tensors()) {
            long[] sizes = new long[tensor.shape().rank()];
            for (int axis = 0; axis < sizes.length; axis++) {
                sizes[axis] = tensor.shape().size(axis);
            }
            weights.put(tensor.name(), Nd4j.createFromArray(tensor.values()).reshape('c', sizes));
        }
        return weights;
    }

    /**
     * Weights for a bundle.
     *
     * @param weights arrays by their names, as {@link #weights(Bundle)} gives them
     * @return their table
     */
    public static TensorTable tensors(Map<String, INDArray> weights) {
        List<Tensor> tensors = new ArrayList<>();
        weights.forEach((name, values) -> tensors.add(new Tensor(name, shape(values), floats(values))));
        return TensorTable.of(tensors);
    }

    private static Shape shape(INDArray values) {
        return Shape.of(Arrays.stream(values.shape()).mapToInt(Math::toIntExact).toArray());
    }

    private static float[] floats(INDArray values) {
        return values.castTo(DataType.FLOAT).dup('c').data().asFloat();
    }
}
