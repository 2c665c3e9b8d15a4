package io.github.musicgen.models.blas;

import static io.github.musicgen.models.blas.NativeValues.get;
import static io.github.musicgen.models.blas.NativeValues.put;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TransposedCopyTest {
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
        long outside = put(memory, matrix);

        assertThat(get(copy.of(outside, rows, columns), matrix.length)).containsExactly(expected);

        long target = other.ofAtLeast(matrix.length);
        copy.put(matrix, rows, columns, target);
        assertThat(get(target, matrix.length)).containsExactly(expected);
    }
}
