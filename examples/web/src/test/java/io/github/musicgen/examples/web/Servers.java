package io.github.musicgen.examples.web;

import io.github.musicgen.examples.web.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** Servers of tests: on a port that is free, with a folder of their own. */
final class Servers {
    private static final Path ATTENTION =
            Path.of("../../musicgen-api/src/test/resources/bundles/0.1/attention.safetensors");

    /** So few that all of them are soon taken. */
    private static final int SOUNDS = 2;

    private Servers() {}

    static Server start(Path data) {
        return start(data, Limits.STANDARD);
    }

    static Server start(Path data, Limits limits) {
        return start(new ServerOptions("127.0.0.1", 0, Optional.empty(), data, limits));
    }

    static Server start(ServerOptions options) {
        try {
            return Server.start(options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a tiny model that has attention, called "attention". */
    static Server startWithAttention(Path data) throws IOException {
        Path models = Files.createDirectories(data.resolve("models"));
        Files.copy(ATTENTION, models.resolve("attention.safetensors"), StandardCopyOption.REPLACE_EXISTING);
        return start(new ServerOptions("127.0.0.1", 0, Optional.of(models), data, Limits.STANDARD));
    }

    static Limits limits(int connections, int messagesPerSecond, int unreadBytes, Duration idle) {
        Limits usual = Limits.STANDARD;
        return new Limits(
                connections,
                usual.duets(),
                usual.uploadBytes(),
                usual.frameBytes(),
                messagesPerSecond,
                unreadBytes,
                usual.songSteps(),
                usual.answerSteps(),
                SOUNDS,
                idle);
    }
}
