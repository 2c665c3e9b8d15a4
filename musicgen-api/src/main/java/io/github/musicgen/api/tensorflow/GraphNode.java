package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.protobuf.MessageReader;

/**
 * The message {@code NodeDef { name = 1, op = 2, repeated attr = 5 { key = 1, value = 2 } }}.
 *
 * @param message its bytes
 */
record GraphNode(Message message) {
    private static final int NAME = 1;
    private static final int OP = 2;
    private static final int ATTR = 5;
    private static final int KEY = 1;
    private static final int VALUE = 2;

    /** Of an attribute's value: {@code AttrValue { tensor = 8 }}. */
    private static final int TENSOR = 8;

    /** Of a tensor: {@code TensorProto { dtype = 1, tensor_content = 4, repeated int_val = 7 }}. */
    private static final int DTYPE = 1;

    private static final int TENSOR_CONTENT = 4;
    private static final int DT_INT32 = 3;

    String name() throws MalformedModelException {
        return message.text(NAME);
    }

    /** The numbers of a constant that holds 32-bit ones; none of any other node. */
    int[] constant() throws MalformedModelException {
        if (message.text(OP).equals("Const")) {
            MessageReader reader = new MessageReader(message.bytes());
            while (reader.next(ATTR)) {
                if (reader.message().text(KEY).equals("value")) {
                    return numbers(reader.message().message(VALUE).message(TENSOR));
                }
            }
        }
        return new int[0];
    }

    private static int[] numbers(Message tensor) throws MalformedModelException {
        if (tensor.varint(DTYPE) != DT_INT32) {
            return new int[0];
        }
        Bytes content = tensor.message(TENSOR_CONTENT).bytes();
        int[] numbers = new int[content.size() / Integer.BYTES];
        content.buffer().asIntBuffer().get(numbers);
        return numbers;
    }
}
