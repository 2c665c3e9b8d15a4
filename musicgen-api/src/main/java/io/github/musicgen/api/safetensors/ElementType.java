package io.github.musicgen.api.safetensors;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.HalfFloat;
import java.nio.ByteBuffer;

/** How the values of a tensor are stored. In memory they are always floats. */
public enum ElementType {
    /** 32-bit floating point: what a model was trained with. */
    F32(Float.BYTES) {
        @Override
        float[] read(Bytes bytes) {
            return bytes.floats();
        }

        @Override
        void write(float value, ByteBuffer buffer) {
            buffer.putFloat(value);
        }
    },

    /** 16-bit floating point: half the size, three decimal digits. */
    F16(Short.BYTES) {
        @Override
        float[] read(Bytes bytes) {
            return HalfFloat.toFloats(bytes);
        }

        @Override
        void write(float value, ByteBuffer buffer) {
            buffer.putShort(HalfFloat.ofFloat(value));
        }
    };

    private final int size;

    ElementType(int size) {
        this.size = size;
    }

    /**
     * How much room a value takes.
     *
     * @return bytes
     */
    public int size() {
        return size;
    }

    abstract float[] read(Bytes bytes);

    abstract void write(float value, ByteBuffer buffer);
}
