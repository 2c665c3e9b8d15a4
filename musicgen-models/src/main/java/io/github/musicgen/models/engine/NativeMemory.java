package io.github.musicgen.models.engine;

import io.github.musicgen.models.blas.AlignedFloats;
import java.lang.ref.WeakReference;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The weights of one engine, what its threads multiply with, and who is at work on them. Memory may be freed while threads multiply: each says before a product that
 * it goes in and looks whether the memory is closed; who closes says so first, and then waits until nobody is inside.
 */
final class NativeMemory {
    private final Set<Scratch> scratches = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final ThreadLocal<Scratch> ofThread = ThreadLocal.withInitial(this::newScratch);
    private final List<WeakReference<AlignedFloats>> weights =
            new ArrayList<>(); // those that are forgotten free themselves
    private volatile boolean closed;

    private Scratch newScratch() {
        Scratch scratch = new Scratch();
        scratches.add(scratch);
        return scratch;
    }

    /** Memory with a copy of rows of values, which begin so many values from each other. */
    synchronized AlignedFloats copy(float[] values, int rows, int columns, int stride) {
        requireOpen();
        AlignedFloats copy = new AlignedFloats((long) rows * stride);
        FloatBuffer buffer = copy.buffer();
        for (int row = 0; row < rows; row++) {
            buffer.put(row * stride, values, row * columns, columns);
        }
        weights.removeIf(each -> each.get() == null);
        weights.add(new WeakReference<>(copy));
        return copy;
    }

    /** This thread goes in; it says {@link Scratch#leave} when it has what it wanted. */
    Scratch enter() {
        Scratch scratch = ofThread.get();
        scratch.enter();
        if (closed) {
            scratch.leave();
            requireOpen();
        }
        return scratch;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the engine \"openblas\" must be open, but was closed");
        }
    }

    synchronized void close() {
        closed = true;
        synchronized (scratches) {
            for (Scratch scratch : scratches) {
                while (scratch.isInside()) {
                    Thread.onSpinWait();
                }
                scratch.free();
            }
        }
        for (WeakReference<AlignedFloats> each : weights) {
            AlignedFloats kept = each.get();
            if (kept != null) {
                kept.deallocate();
            }
        }
        weights.clear();
    }
}
