package io.github.musicgen.models.engine;

import io.github.musicgen.models.blas.AlignedFloats;
import io.github.musicgen.models.blas.MatrixProducts;
import java.nio.FloatBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.javacpp.FloatPointer;

/** What a thread multiplies with and what it gets: buffers that grow when they must. */
final class Scratch {
    private final AtomicBoolean inside = new AtomicBoolean();
    private AlignedFloats in = new AlignedFloats(0);
    private AlignedFloats out = new AlignedFloats(0);
    private FloatBuffer inBuffer = in.buffer();
    private FloatBuffer outBuffer = out.buffer();
    private final MatrixProducts products = new MatrixProducts();
    private float[] row = {};

    void enter() {
        inside.set(true);
    }

    void leave() {
        inside.lazySet(false); // seen before long, and after all that was done inside
    }

    boolean isInside() {
        return inside.get();
    }

    /** Makes room for vectors. */
    void reserve(int rows, int columns, int count) {
        long inFloats = (long) rows * count;
        long outFloats = (long) columns * count;
        if (in.capacity() < inFloats) {
            AlignedFloats more = new AlignedFloats(inFloats); // if there is no memory, the old stays
            inBuffer = more.buffer();
            in.deallocate();
            in = more;
        }
        if (out.capacity() < outFloats) {
            AlignedFloats more = new AlignedFloats(outFloats);
            outBuffer = more.buffer();
            out.deallocate();
            out = more;
        }
    }

    /** Gives the memory back, when nobody will come in any more. */
    void free() {
        in.deallocate();
        out.deallocate();
    }

    MatrixProducts products() {
        return products;
    }

    FloatPointer in() {
        return in;
    }

    FloatPointer out() {
        return out;
    }

    void putIn(int index, float[] x, int rows) {
        inBuffer.put(index * rows, x, 0, rows);
    }

    void putOut(int index, float[] y, int columns) {
        outBuffer.put(index * columns, y, 0, columns);
    }

    void getOut(int index, float[] y, int columns) {
        outBuffer.get(index * columns, y, 0, columns);
    }

    /** Room for a row of weights. */
    float[] row(int columns) {
        if (row.length < columns) {
            row = new float[columns];
        }
        return row;
    }
}
