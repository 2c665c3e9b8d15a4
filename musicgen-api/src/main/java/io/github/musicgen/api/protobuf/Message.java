package io.github.musicgen.api.protobuf;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import java.util.Optional;

/**
 * A message whose fields are asked for by number. As the format has it, a field that is missing has the value zero or is empty,
 * and of several the last one counts. Fields that repeat are for {@link MessageReader}.
 *
 * @param bytes all bytes of the message
 */
public record Message(Bytes bytes) {
    /**
     * A field that holds a number.
     *
     * @param field its number
     * @return all 64 bits of the value, 0 if it is missing
     * @throws MalformedModelException if this is no message, or the field is stored another way
     */
    public long varint(int field) throws MalformedModelException {
        long value = 0;
        MessageReader reader = new MessageReader(bytes);
        while (reader.next(field)) {
            value = reader.varint();
        }
        return value;
    }

    /**
     * A field that holds four bytes.
     *
     * @param field its number
     * @return the value, 0 if it is missing
     * @throws MalformedModelException if this is no message, or the field is stored another way
     */
    public int fixed32(int field) throws MalformedModelException {
        int value = 0;
        MessageReader reader = new MessageReader(bytes);
        while (reader.next(field)) {
            value = reader.fixed32();
        }
        return value;
    }

    /**
     * A field that holds text.
     *
     * @param field its number
     * @return the value, empty if it is missing
     * @throws MalformedModelException if this is no message, or the field is stored another way or not in UTF-8
     */
    public String text(int field) throws MalformedModelException {
        return message(field).bytes.text();
    }

    /**
     * A field that holds a message or bytes.
     *
     * @param field its number
     * @return the message, empty if it is missing
     * @throws MalformedModelException if this is no message, or the field is stored another way
     */
    public Message message(int field) throws MalformedModelException {
        Optional<Message> found = optional(field);
        return found.isPresent() ? found.get() : new Message(bytes.slice(0, 0, "nothing"));
    }

    /**
     * A field that holds a message or bytes and may be missing.
     *
     * @param field its number
     * @return the message, if the field is there
     * @throws MalformedModelException if this is no message, or the field is stored another way
     */
    public Optional<Message> optional(int field) throws MalformedModelException {
        Optional<Message> value = Optional.empty();
        MessageReader reader = new MessageReader(bytes);
        while (reader.next(field)) {
            value = Optional.of(new Message(reader.bytes()));
        }
        return value;
    }
}
