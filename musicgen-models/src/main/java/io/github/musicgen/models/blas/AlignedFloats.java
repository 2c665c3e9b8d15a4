package io.github.musicgen.models.blas;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Native memory that begins at a cache line. What {@code malloc} gives begins in the middle of one, so that each wide load touches
 * two: a product with a vector then takes half as long again, one of two matrices a tenth.
 */
public final class AlignedFloats extends FloatPointer {
    private static final int LINE = 64;

    private final BytePointer memory;

    /**
     * Memory of undefined values.
     *
     * @param floats how many; there is room for one at least
     */
    public AlignedFloats(long floats) {
        super((Pointer) null);
        this.memory = new BytePointer(Math.max(1, floats) * Float.BYTES + LINE - 1);
        memory.retainReference(); // or a caller's PointerScope would free it when that ends
        this.address = (memory.address() + LINE - 1) & -LINE;
        capacity(Math.max(1, floats));
    }

    /**
     * The memory as a buffer.
     *
     * @return a view, which is good until the memory is {@linkplain #deallocate freed}
     */
    public FloatBuffer buffer() {
        return asBuffer();
    }

    @Override
    public void deallocate() {
        memory.deallocate();
    }
}
