package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client said.
 *
 * @param number counts the messages of a connection
 * @param type what it wants
 * @param ref what the client calls it, if it does: all that is said to it is told to be said to that
 * @param fields the rest
 */
record Message(long number, String type, @Nullable Long ref, Fields fields) {
    /** Whether what is made for the messages before it is wanted no more. */
    boolean interrupts() {
        return switch (type) {
            case "ask", "again", "cut", "cancel", "clear" -> true;
            default -> false;
        };
    }

    /** What is said to it, as {@link Json#object} puts it together. */
    Map<String, @Nullable Object> reply(@Nullable Object... namesAndValues) {
        return referring(Json.object(namesAndValues), ref);
    }

    /** Says what a message is said to. */
    static Map<String, @Nullable Object> referring(Map<String, @Nullable Object> message, @Nullable Long ref) {
        if (ref != null) {
            message.put("ref", ref);
        }
        return message;
    }
}
