package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.protobuf.MessageReader;
import io.github.musicgen.api.tensor.Shape;
import java.util.Arrays;

/** Reads {@code TensorShapeProto { repeated dim = 2 { size = 1 } }}. */
final class ShapeMessage {
    private static final int DIM = 2;
    private static final int SIZE = 1;

    /** No variable of music has more than a handful of axes. */
    private static final int MAX_RANK = 16;

    private ShapeMessage() {}

    static Shape read(Message message) throws MalformedModelException {
        long[] sizes = {};
        MessageReader reader = new MessageReader(message.bytes());
        while (reader.next(DIM)) {
            if (sizes.length == MAX_RANK) {
                throw message.bytes().malformed(0, "a shape of at most " + MAX_RANK + " axes", "more");
            }
            sizes = Arrays.copyOf(sizes, sizes.length + 1);
            sizes[sizes.length - 1] = reader.message().varint(SIZE);
        }
        try {
            return Shape.of(sizes);
        } catch (IllegalArgumentException impossible) {
            throw message.bytes()
                    .malformed(
                            0,
                            "sizes of 0 or more with a product of at most " + Shape.MAX_VALUES,
                            Arrays.toString(sizes));
        }
    }
}
