package io.github.musicgen.api.safetensors;

import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.TensorSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a file says of itself before its values begin.
 *
 * @param metadata free text by name, in the order of the file
 * @param entries the tensors, in the order of the file
 */
public record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {
    /** Copies both and keeps their order. */
    public SafetensorsHeader {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        entries = List.copyOf(entries);
    }

    /**
     * A tensor and where its values lie.
     *
     * @param name what the file calls it
     * @param type how its values are stored
     * @param shape its sizes
     * @param begin where its values begin, in bytes behind the header; they fill {@code shape.values() * type.size()} bytes
     */
    public record Entry(String name, ElementType type, Shape shape, int begin) implements Comparable<Entry> {
        /** By where the values lie; of two that begin at the same place, one is empty, and comes first. */
        @Override
        public int compareTo(Entry other) {
            int byBegin = Integer.compare(begin, other.begin);
            return byBegin != 0 ? byBegin : Long.compare(byteCount(), other.byteCount());
        }

        /**
         * How much room its values take.
         *
         * @return bytes
         */
        public long byteCount() {
            return (long) shape.values() * type.size();
        }
    }

    /**
     * The names and shapes.
     *
     * @return the schema, in the order of the file
     */
    public TensorSchema schema() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        entries.forEach(entry -> shapes.put(entry.name(), entry.shape()));
        return new TensorSchema(shapes);
    }
}
