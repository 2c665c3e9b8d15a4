package io.github.musicgen.examples.web.http;

import java.time.Duration;

/**
 * How much the server takes of everything.
 *
 * @param connections duets that are open at once
 * @param duets duets that are kept
 * @param uploadBytes of an upload
 * @param frameBytes of a message of a duet
 * @param messagesPerSecond of a duet, on average
 * @param unreadBytes that wait for a client that does not read
 * @param songSteps of a song
 * @param answerSteps of an answer in a duet
 * @param idle how long a client may say nothing
 */
public record Limits(
        int connections,
        int duets,
        int uploadBytes,
        int frameBytes,
        int messagesPerSecond,
        int unreadBytes,
        int songSteps,
        int answerSteps,
        Duration idle) {
    /** For an exhibition, and for a few hundred players. */
    public static final Limits STANDARD =
            new Limits(400, 10_000, 1 << 20, 1 << 16, 50, 1 << 20, 2048, 128, Duration.ofMinutes(5));

    /** Checks that there is some of everything. */
    public Limits {
        requirePositive("connections", connections);
        requirePositive("duets", duets);
        requirePositive("bytes of an upload", uploadBytes);
        requirePositive("bytes of a message", frameBytes);
        requirePositive("messages per second", messagesPerSecond);
        requirePositive("bytes unread", unreadBytes);
        requirePositive("steps of a song", songSteps);
        requirePositive("steps of an answer", answerSteps);
        if (idle.isNegative() || idle.isZero()) {
            throw new IllegalArgumentException("idle time must be more than 0, but was " + idle);
        }
    }

    private static void requirePositive(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, but were " + number);
        }
    }
}
