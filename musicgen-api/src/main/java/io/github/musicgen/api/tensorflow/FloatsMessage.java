package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.MessageReader;

/** Reads the values of a {@code TensorProto}: raw as field 4, or as field 5, packed or one by one. */
final class FloatsMessage {
    private static final int TENSOR_CONTENT = 4;
    private static final int FLOAT_VAL = 5;

    private final Bytes message;
    private final Variable variable;
    private final float[] values;
    private int count;

    private FloatsMessage(Bytes message, Variable variable) {
        this.message = message;
        this.variable = variable;
        this.values = new float[variable.shape().values()];
    }

    static float[] read(Bytes message, Variable variable) throws MalformedModelException {
        if (variable.byteCount() > message.size()) {
            throw message.malformed(
                    0, variable.byteCount() + " bytes of values of " + variable.name(), message.size() + " bytes");
        }
        FloatsMessage floats = new FloatsMessage(message, variable);
        MessageReader reader = new MessageReader(message);
        while (reader.next()) {
            if (reader.field() == FLOAT_VAL || reader.field() == TENSOR_CONTENT) {
                floats.add(reader);
            }
        }
        if (floats.count != floats.values.length) {
            throw message.malformed(
                    0, floats.values.length + " values of " + variable.name(), floats.count + " values");
        }
        return floats.values;
    }

    private void add(MessageReader reader) throws MalformedModelException {
        float[] more = reader.wireType() == MessageReader.FIXED32
                ? new float[] {Float.intBitsToFloat(reader.fixed32())}
                : packed(reader.bytes());
        if (more.length > values.length - count) {
            throw message.malformed(
                    0, values.length + " values of " + variable.name(), "at least " + (count + more.length));
        }
        System.arraycopy(more, 0, values, count, more.length);
        count += more.length;
    }

    private static float[] packed(Bytes bytes) throws MalformedModelException {
        if (bytes.size() % Float.BYTES != 0) {
            throw bytes.malformed(0, "values of 4 bytes each", bytes.size() + " bytes");
        }
        return bytes.floats();
    }
}
