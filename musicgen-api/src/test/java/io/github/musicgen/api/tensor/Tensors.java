package io.github.musicgen.api.tensor;

import java.util.Arrays;
import java.util.StringJoiner;

/** Small tensors for tests, and tensors as text. */
public final class Tensors {
    private Tensors() {}

    /** Values that are all different and that 16 bits hold exactly. */
    public static Tensor counting(String name, int... sizes) {
        Shape shape = Shape.of(sizes);
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.5f - 3;
        }
        return new Tensor(name, shape, values);
    }

    /** All names, shapes and values. */
    public static String text(TensorTable table) {
        StringJoiner text = new StringJoiner("\n");
        table.forEach(tensor -> text.add(tensor + " " + Arrays.toString(tensor.values())));
        return text.toString();
    }
}
