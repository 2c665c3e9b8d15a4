package io.github.musicgen.examples.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the server is started with.
 *
 * @param address where it listens
 * @param port where it listens; 0 for any that is free
 * @param models a folder of more models, if there is one
 * @param data the folder where duets and answers of the study are kept
 * @param limits how much of everything it takes
 */
public record ServerOptions(String address, int port, Optional<Path> models, Path data, Limits limits) {
    /**
     * How much the server takes.
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
    }
}
