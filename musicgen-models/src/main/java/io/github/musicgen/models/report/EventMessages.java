package io.github.musicgen.models.report;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** The few messages of {@code tensorflow/core/util/event.proto} that a training has to say, by the numbers of their fields. */
final class EventMessages {
    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE = 2;
    private static final int SESSION_STATUS = 1;
    private static final int SESSION_STARTS = 1;

    private EventMessages() {}

    /** Writes the fields of a message. */
    @FunctionalInterface
    private interface Fields {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    /** The first message of a file. */
    static byte[] version(double seconds) throws IOException {
        return message(out -> {
            out.writeDouble(WALL_TIME, seconds);
            out.writeString(FILE_VERSION, "brain.Event:2");
        });
    }

    /** What was said of this step and later ones holds no more. */
    static byte[] restart(double seconds, long step) throws IOException {
        byte[] log = message(out -> out.writeEnum(SESSION_STATUS, SESSION_STARTS));
        return message(out -> {
            out.writeDouble(WALL_TIME, seconds);
            out.writeInt64(STEP, step);
            out.writeByteArray(SESSION_LOG, log);
        });
    }

    /** Numbers by tag. */
    static byte[] scalars(double seconds, long step, Map<String, Double> numbers) throws IOException {
        byte[] summary = message(out -> {
            for (Map.Entry<String, Double> number : numbers.entrySet()) {
                out.writeByteArray(SUMMARY_VALUE, value(number.getKey(), number.getValue()));
            }
        });
        return message(out -> {
            out.writeDouble(WALL_TIME, seconds);
            out.writeInt64(STEP, step);
            out.writeByteArray(SUMMARY, summary);
        });
    }

    private static byte[] value(String tag, double number) throws IOException {
        return message(out -> {
            out.writeString(VALUE_TAG, tag);
            out.writeFloat(VALUE_SIMPLE, (float) number);
        });
    }

    private static byte[] message(Fields fields) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        fields.writeTo(out);
        out.flush();
        return bytes.toByteArray();
    }
}
