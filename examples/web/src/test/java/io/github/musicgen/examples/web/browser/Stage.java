package io.github.musicgen.examples.web.browser;

import io.github.musicgen.examples.web.Server;
import io.github.musicgen.examples.web.ServerOptions;
import io.github.musicgen.examples.web.http.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** One server and one browser for all tests of the pages: a browser takes longer to start than most tests take. */
final class Stage implements AutoCloseable {
    private static final Path ATTENTION =
            Path.of("../../musicgen-api/src/test/resources/bundles/0.1/attention.safetensors");

    private final Path folder;
    private final Browser browser;
    private Server server;

    private Stage(Path folder) throws IOException {
        this.folder = folder;
        // A tiny model more than those that come along, called "attention" for what it has.
        Path models = Files.createDirectory(folder.resolve("models"));
        Files.copy(ATTENTION, models.resolve("attention.safetensors"));
        this.server = startServer(0);
        this.browser = Browser.start();
    }

    static Stage open() {
        try {
            return new Stage(Files.createTempDirectory("melodyme"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Browser browser() {
        return browser;
    }

    Server server() {
        return server;
    }

    private Server startServer(int port) throws IOException {
        return startServer(port, "data", Limits.STANDARD);
    }

    /** One more server, for a test that wants other limits. */
    Server startServer(int port, String data, Limits limits) throws IOException {
        return Server.start(new ServerOptions(
                "127.0.0.1", port, Optional.of(folder.resolve("models")), folder.resolve(data), limits));
    }

    /**
     * Stops the server, and starts another one at the same address with the same data.
     *
     * @param meanwhile what is done in between
     */
    void restartServer(Runnable meanwhile) throws IOException {
        int port = URI.create(server.address()).getPort();
        server.close();
        meanwhile.run();
        server = startServer(port);
    }

    @Override
    public void close() throws IOException {
        browser.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
