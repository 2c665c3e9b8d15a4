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
 * @param sounds songs that are fetched as sound at once
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
        int sounds,
        Duration idle) {
    private static final int MAX_CONNECTIONS = 10_000;
    private static final int MAX_DUETS = 10_000_000;
    private static final int MAX_BYTES = 1 << 26; // of which each of many clients may fill so many
    private static final int MAX_MESSAGES = 10_000;
    private static final int MAX_SONG_STEPS = 1 << 14; // 1,024 bars
    private static final int MAX_ANSWER_STEPS = 1 << 10;
    private static final int MAX_SOUNDS = 32; // each keeps a thread busy, of 64
    private static final Duration MAX_IDLE = Duration.ofDays(1);

    /** For an exhibition, and for a few hundred players. */
    public static final Limits STANDARD =
            new Limits(400, 10_000, 1 << 20, 1 << 16, 50, 1 << 20, 2048, 128, 8, Duration.ofMinutes(5));

    /** Checks that there is some of everything, and not so much that the server could not keep it. Names are those of the options. */
    public Limits {
        require("max-connections", connections, MAX_CONNECTIONS);
        require("max-duets", duets, MAX_DUETS);
        requireRoomForOpenDuets(duets, connections);
        require("max-upload", uploadBytes, MAX_BYTES);
        require("max-frame", frameBytes, MAX_BYTES);
        require("max-messages", messagesPerSecond, MAX_MESSAGES);
        require("max-unread", unreadBytes, MAX_BYTES);
        require("max-song-steps", songSteps, MAX_SONG_STEPS);
        require("max-answer-steps", answerSteps, MAX_ANSWER_STEPS);
        require("max-sounds", sounds, MAX_SOUNDS);
        require("idle-seconds", idle.toSeconds(), MAX_IDLE.toSeconds());
    }

    /**
     * The same but for the time that a client may say nothing.
     *
     * @param newIdle how long
     * @return the limits
     */
    public Limits withIdle(Duration newIdle) {
        return new Limits(
                connections,
                duets,
                uploadBytes,
                frameBytes,
                messagesPerSecond,
                unreadBytes,
                songSteps,
                answerSteps,
                sounds,
                newIdle);
    }

    /** A duet that somebody plays is never forgotten. */
    private static void requireRoomForOpenDuets(int duets, int connections) {
        if (duets < connections) {
            throw new IllegalArgumentException(
                    "--max-duets must be at least --max-connections, " + connections + ", but was " + duets);
        }
    }

    private static void require(String option, long number, long most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("--" + option + " must be 1.." + most + ", but was " + number);
        }
    }
}
