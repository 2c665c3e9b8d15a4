package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;

/** Reads {@code VersionDef { producer = 1, min_consumer = 2 }}: who wrote a file, and who may read it. */
final class VersionMessage {
    private static final int MIN_CONSUMER = 2;

    /** The version of both formats that is read here, as TensorFlow counts them. */
    private static final int VERSION = 1;

    private VersionMessage() {}

    static void require(Message message) throws MalformedModelException {
        long wanted = message.varint(MIN_CONSUMER);
        if (wanted > VERSION) {
            throw message.bytes()
                    .malformed(
                            0,
                            "a checkpoint for readers of version " + VERSION,
                            "one for version " + wanted + ", too new");
        }
    }
}
