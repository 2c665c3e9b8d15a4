package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.protobuf.MessageReader;
import io.github.musicgen.api.tensor.Shape;

/**
 * Reads {@code TensorSliceProto { repeated extent = 1 { start = 1, length = 2 } }}: which part of a variable is stored. Only whole
 * variables are read; those cut into parts are refused, as TensorFlow's own checkpoint reader does.
 */
final class SliceMessage {
    private static final int EXTENT = 1;
    private static final int START = 1;
    private static final int LENGTH = 2;

    private SliceMessage() {}

    static void requireWhole(Message message, Variable variable) throws MalformedModelException {
        int axis = 0;
        MessageReader reader = new MessageReader(message.bytes());
        while (reader.next(EXTENT)) {
            if (!isWhole(reader.message(), variable.shape(), axis)) {
                throw message.bytes().malformed(0, "variable " + variable.name() + " as a whole", "a part of it");
            }
            axis++;
        }
    }

    /** A whole axis is told by saying nothing, or by its full length. */
    private static boolean isWhole(Message extent, Shape shape, int axis) throws MalformedModelException {
        if (axis >= shape.rank() || extent.varint(START) != 0) {
            return false;
        }
        long length = extent.varint(LENGTH);
        return length == 0 || length == shape.size(axis);
    }
}
