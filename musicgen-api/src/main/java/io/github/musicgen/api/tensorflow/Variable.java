package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.Shape;
import java.util.Optional;

/**
 * What a checkpoint says of a variable.
 *
 * @param name its name, scopes first
 * @param type its type, a number of TensorFlow's {@code DataType}
 * @param shape its sizes
 */
record Variable(String name, long type, Shape shape) {
    /** The one type that weights have. */
    private static final int DT_FLOAT = 1;

    private static final String[] TYPES = {
        "DT_INVALID", "DT_FLOAT", "DT_DOUBLE", "DT_INT32", "DT_UINT8", "DT_INT16", "DT_INT8", "DT_STRING",
                "DT_COMPLEX64",
        "DT_INT64", "DT_BOOL", "DT_QINT8", "DT_QUINT8", "DT_QINT32", "DT_BFLOAT16", "DT_QINT16", "DT_QUINT16",
                "DT_UINT16",
        "DT_COMPLEX128", "DT_HALF"
    };

    /** Why no model needs this variable to run, if none does. */
    Optional<PassedOver> passedOver() {
        Optional<String> otherType = type == DT_FLOAT ? Optional.empty() : Optional.of("type " + typeName());
        return TrainingVariables.reasonToPassOver(name).or(() -> otherType).map(reason -> new PassedOver(name, reason));
    }

    /** How much room its values take, where it is not passed over. */
    long byteCount() {
        return (long) shape.values() * Float.BYTES;
    }

    private String typeName() {
        return type >= 0 && type < TYPES.length ? TYPES[(int) type] : String.valueOf(type);
    }
}
