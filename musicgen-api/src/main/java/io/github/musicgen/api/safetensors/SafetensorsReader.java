package io.github.musicgen.api.safetensors;

import io.github.musicgen.api.bytes.ByteCursor;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.safetensors.SafetensorsHeader.Entry;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.List;

/** Reads a file in two steps: the header when this is made, the values on demand. */
public final class SafetensorsReader {
    /**
     * The longest header that is read. The format allows 100 MB; a header of this library holds a few hundred bytes per tensor
     * and a golden section of some hundred kilobytes, and JSON takes many times its size in memory.
     */
    public static final int MAX_HEADER_SIZE = 1 << 22;

    private final SafetensorsHeader header;
    private final Bytes values;

    private SafetensorsReader(SafetensorsHeader header, Bytes values) {
        this.header = header;
        this.values = values;
    }

    /**
     * Tells by the first bytes, without believing them, whether they may be of this format.
     *
     * @param bytes a file
     * @return whether it begins with a length within bounds and an opening brace
     */
    public static boolean recognizes(Bytes bytes) {
        if (bytes.size() <= Long.BYTES || bytes.at(Long.BYTES) != '{') {
            return false;
        }
        long length = bytes.buffer().getLong();
        return length > 0 && length <= MAX_HEADER_SIZE;
    }

    /**
     * Reads the header and checks all that it says of the rest of the file; makes no tensor.
     *
     * @param bytes a file
     * @return a reader of its tensors
     * @throws MalformedModelException if it breaks the format, or has other types than F32 and F16
     */
    public static SafetensorsReader of(Bytes bytes) throws MalformedModelException {
        ByteCursor cursor = new ByteCursor(bytes);
        long length = cursor.int64();
        if (Long.compareUnsigned(length, MAX_HEADER_SIZE) > 0) {
            throw bytes.malformed(
                    0,
                    "a safetensors file, whose header has at most " + MAX_HEADER_SIZE + " bytes",
                    Long.toUnsignedString(length));
        }
        Bytes json = cursor.take(length, "a header").named("header");
        if (json.size() == 0 || json.at(0) != '{') {
            throw json.malformed(0, "a header that begins with {", "something else");
        }
        JsonPlace root = JsonPlace.of(json.part(), JsonReader.read(json));
        Bytes values = cursor.take(cursor.left(), "values");
        return new SafetensorsReader(new HeaderReader(root, values.size()).read(), values);
    }

    /**
     * What the file says of itself.
     *
     * @return the header
     */
    public SafetensorsHeader header() {
        return header;
    }

    /**
     * Reads the values. They may be anything, also infinite; {@link TensorTable#requireFinite} looks.
     *
     * @return the tensors, in the order of the header
     * @throws MalformedModelException never, for the header was checked
     */
    public TensorTable tensors() throws MalformedModelException {
        List<Tensor> tensors = new ArrayList<>();
        for (Entry entry : header.entries()) {
            Bytes bytes = values.slice(entry.begin(), entry.byteCount(), entry.name());
            tensors.add(new Tensor(entry.name(), entry.shape(), entry.type().read(bytes)));
        }
        return TensorTable.of(tensors);
    }
}
