package io.github.musicgen.api.safetensors;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.HalfFloat;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Writes tensors and text as one file, the same content always as the same bytes. */
public final class SafetensorsWriter {
    /** The values begin at a multiple of this, so that others can map the file into memory. */
    private static final int ALIGNMENT = 8;

    private SafetensorsWriter() {}

    /**
     * Makes the bytes of a file.
     *
     * @param metadata free text by name; it is written in the order of the names, whatever order the map has
     * @param tensors the tensors, written in their order; their values must be finite and in the range of the type
     * @param type how their values are stored, F16 rounded to the nearest, ties to even
     * @return the bytes
     */
    public static byte[] toBytes(Map<String, String> metadata, TensorTable tensors, ElementType type) {
        byte[] header = JsonWriter.toBytes(header(metadata, tensors, type));
        int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        requireAtMost("header", padded, SafetensorsReader.MAX_HEADER_SIZE);
        long size = Long.BYTES + padded + tensors.schema().valueCount() * type.size();
        requireAtMost("file", size, Bytes.MAX_SIZE);
        ByteBuffer buffer = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(padded).put(header);
        IntStream.range(header.length, padded).forEach(i -> buffer.put((byte) ' '));
        for (Tensor tensor : tensors) {
            write(tensor, type, buffer);
        }
        return buffer.array();
    }

    private static Json header(Map<String, String> metadata, TensorTable tensors, ElementType type) {
        Map<String, Json> fields = new LinkedHashMap<>();
        Map<String, Json> texts = new LinkedHashMap<>();
        new TreeMap<>(metadata).forEach((name, text) -> texts.put(name, new Json.Text(text)));
        fields.put(HeaderReader.METADATA, new Json.Fields(texts));
        long begin = 0;
        for (Tensor tensor : tensors) {
            long end = begin + (long) tensor.shape().values() * type.size();
            if (fields.put(tensor.name(), entry(tensor.shape(), type, begin, end)) != null) {
                throw new IllegalArgumentException("a tensor must not be named " + tensor.name());
            }
            begin = end;
        }
        return new Json.Fields(fields);
    }

    private static Json entry(Shape shape, ElementType type, long begin, long end) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("dtype", new Json.Text(type.name()));
        fields.put(
                "shape",
                new Json.Items(IntStream.range(0, shape.rank())
                        .<Json>mapToObj(axis -> new Json.Whole(shape.size(axis)))
                        .toList()));
        fields.put("data_offsets", new Json.Items(List.of(new Json.Whole(begin), new Json.Whole(end))));
        return new Json.Fields(fields);
    }

    private static void write(Tensor tensor, ElementType type, ByteBuffer buffer) {
        float max = type == ElementType.F16 ? HalfFloat.MAX : Float.MAX_VALUE;
        for (int i = 0; i < tensor.values().length; i++) {
            float value = tensor.values()[i];
            if (!(Math.abs(value) <= max)) {
                throw new IllegalArgumentException("a value of " + type + " must be -" + max + ".." + max
                        + ", but value " + i + " of tensor " + tensor.name() + " was " + value);
            }
            type.write(value, buffer);
        }
    }

    private static void requireAtMost(String what, long size, long max) {
        if (size > max) {
            throw new IllegalArgumentException("a " + what + " must have at most " + max + " bytes, but had " + size);
        }
    }
}
