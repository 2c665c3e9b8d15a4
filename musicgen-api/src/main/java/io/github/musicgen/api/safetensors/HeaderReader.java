package io.github.musicgen.api.safetensors;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.safetensors.SafetensorsHeader.Entry;
import io.github.musicgen.api.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a header of its JSON and holds it against the number of bytes that follow. */
final class HeaderReader {
    /** The one name in a header that is no tensor. */
    static final String METADATA = "__metadata__";

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
        long[] ends = offsets.wholes();
        if (ends.length != 2 || ends[0] < 0 || ends[0] > ends[1] || ends[1] > size) {
            throw offsets.malformed("begin and end within 0.." + size, Arrays.toString(ends));
        }
        Entry entry = new Entry(name, type(place.field("dtype")), shape(place.field("shape")), (int) ends[0]);
        if (entry.byteCount() != ends[1] - ends[0]) {
            throw offsets.malformed(
                    entry.byteCount() + " bytes for " + entry.shape() + " of " + entry.type(), Arrays.toString(ends));
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
        long[] sizes = place.wholes();
        return Shape.ifPossible(sizes).orElseThrow(() -> place.malformed(Shape.POSSIBLE, Arrays.toString(sizes)));
    }

    /** The format demands that the tensors, in some order, fill the rest of the file without overlap and without a hole. */
    private void requireGapless(List<Entry> entries) throws MalformedModelException {
        List<Entry> ordered = new ArrayList<>(entries);
        Collections.sort(ordered);
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
