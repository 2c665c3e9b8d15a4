package io.github.musicgen.models.blas;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TransposedCopyTest {
    private final NativeFloats window = new NativeFloats();
    private final Workspace memory = new Workspace();
    private final Workspace other = new Workspace();
    private final TransposedCopy copy = new TransposedCopy();

    @Property(tries = 200)
    void rowsBecomeColumns_fromOutsideTheHeapAndFromIt(
            @ForAll @IntRange(min = 1, max = 130) int rows, @ForAll @IntRange(min = 1, max = 130) int columns) {
        float[] matrix = new float[rows * columns];
        float[] expected = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix[column * rows + row] = row * 1000 + column;
                expected[row * columns + column] = row * 1000 + column;
            }
        }
        long outside = memory.ofAtLeast(matrix.length);
        window.at(outside).put(matrix, 0, matrix.length);

        assertThat(get(copy.of(outside, rows, columns), matrix.length)).containsExactly(expected);

        long target = other.ofAtLeast(matrix.length);
        copy.put(matrix, rows, columns, target);
        assertThat(get(target, matrix.length)).containsExactly(expected);
    }

    private float[] get(long address, int count) {
        float[] values = new float[count];
        window.at(address).get(values, 0, count);
        return values;
    }
}
