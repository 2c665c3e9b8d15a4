package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.protobuf.MessageReader;
import io.github.musicgen.api.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code TensorShapeProto { repeated dim = 2 { size = 1 } }}. */
final class ShapeMessage {
    private static final int DIM = 2;
    private static final int SIZE = 1;

    private ShapeMessage() {}

    static Shape read(Message message) throws MalformedModelException {
        List<Long> sizes = new ArrayList<>();
        MessageReader reader = new MessageReader(message.bytes());
        while (sizes.size() <= Shape.MAX_RANK && reader.next(DIM)) {
            sizes.add(reader.message().varint(SIZE));
        }
        return Shape.ifPossible(sizes.stream().mapToLong(Long::longValue).toArray())
                .orElseThrow(() -> message.bytes().malformed(0, Shape.POSSIBLE, sizes.toString()));
    }
}
