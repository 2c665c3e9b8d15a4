package io.github.musicgen.api.safetensors;

import io.github.musicgen.api.bytes.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.safetensors.SafetensorsHeader.Entry;
import io.github.musicgen.api.tensor.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a header of its JSON and holds it against the number of bytes that follow. */
final class HeaderReader {
    /** The one name in a header that is no tensor. */
    static final String METADATA = "__metadata__";

    /** More axes than any tensor has; the tensors of this library have four at most. */
    private static final int MAX_RANK = 16;

    private final JsonPlace root;
    private final int size; // bytes behind the header

    HeaderReader(JsonPlace root, int size) {
        this.root = root;
        this.size = size;
    }

    SafetensorsHeader read() throws MalformedModelException {
        Map<String, String> metadata = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonPlace> field : root.fields().entrySet()) {
            if (field.getKey().equals(METADATA)) {
                metadata = metadata(field.getValue());
            } else {
                entries.add(entry(field.getKey(), field.getValue()));
            }
        }
        requireGapless(entries);
        return new SafetensorsHeader(metadata, entries);
    }

    private static Map<String, String> metadata(JsonPlace place) throws MalformedModelException {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonPlace> field : place.fields().entrySet()) {
            metadata.put(field.getKey(), field.getValue().text());
        }
        return metadata;
    }

    private Entry entry(String name, JsonPlace place) throws MalformedModelException {
        JsonPlace offsets = place.field("data_offsets");
        if (offsets.items().size() != 2) {
            throw offsets.malformed("begin and end", offsets.items().size() + " values");
        }
        long begin = offsets.items().get(0).whole(0, size);
        long end = offsets.items().get(1).whole(begin, size);
        Entry entry = new Entry(name, type(place.field("dtype")), shape(place.field("shape")), (int) begin);
        if (entry.byteCount() != end - begin) {
            throw offsets.malformed(
                    entry.byteCount() + " bytes for " + entry.shape() + " of " + entry.type(), end - begin + " bytes");
        }
        return entry;
    }

    private static ElementType type(JsonPlace place) throws MalformedModelException {
        String name = place.text();
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw place.malformed("F32 or F16", name);
    }

    private static Shape shape(JsonPlace place) throws MalformedModelException {
        List<JsonPlace> items = place.items();
        if (items.size() > MAX_RANK) {
            throw place.malformed("at most " + MAX_RANK + " axes", items.size() + " axes");
        }
        long[] sizes = new long[items.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = items.get(i).whole(0, Shape.MAX_VALUES);
        }
        try {
            return Shape.of(sizes);
        } catch (IllegalArgumentException tooManyValues) {
            throw place.malformed("at most " + Shape.MAX_VALUES + " values", "more");
        }
    }

    /** The format demands that the tensors, in some order, fill the rest of the file without overlap and without a hole. */
    private void requireGapless(List<Entry> entries) throws MalformedModelException {
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparingInt(Entry::begin).thenComparingLong(Entry::byteCount));
        long end = 0;
        for (Entry entry : ordered) {
            if (entry.begin() != end) {
                throw root.field(entry.name())
                        .field("data_offsets")
                        .malformed(
                                "a begin of " + end + ", where the values before it end",
                                String.valueOf(entry.begin()));
            }
            end += entry.byteCount();
        }
        if (end != size) {
            throw root.malformed(end + " bytes behind the header, as its tensors ask for", size + " bytes");
        }
    }
}
