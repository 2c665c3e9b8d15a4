package io.github.musicgen.examples.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.web.Server;
import io.github.musicgen.examples.web.ServerOptions;
import io.github.musicgen.examples.web.http.Limits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server and a browser. After each test nothing may have complained, and nobody else may have been asked for anything. */
@ExtendWith(ChromiumCondition.class)
abstract class BrowserTest {
    private static final Path ATTENTION =
            Path.of("../../musicgen-api/src/test/resources/bundles/0.1/attention.safetensors");

    @TempDir
    static Path folder;

    static Server server;
    static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = startServer(0);
        browser = Browser.start();
    }

    /** With a tiny model more than those that come along, called "attention" for what it has. */
    static Server startServer(int port) throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        Files.copy(ATTENTION, models.resolve("attention.safetensors"), StandardCopyOption.REPLACE_EXISTING);
        return Server.start(
                new ServerOptions("127.0.0.1", port, Optional.of(models), folder.resolve("data"), Limits.STANDARD));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void forgetWhatWasBefore() {
        browser.resize(1440, 900);
        browser.complaints();
        browser.requests();
    }

    @AfterEach
    void nobodyComplainsAndNobodyElseIsAsked() {
        assertThat(browser.complaints()).isEmpty();
        String authority = URI.create(server.address()).getAuthority();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith("about:")
                        || address.startsWith("data:")
                        || authority.equals(URI.create(address).getAuthority()));
    }

    static String page(String path) {
        return server.address() + path;
    }

    /** Opens the play page as somebody who was never here, and waits until the server knows. */
    static void visitPiano(String query) {
        browser.visit(page(query));
        browser.waitUntil("document.body.dataset.line === 'open'");
    }

    static void waitForState(String state) {
        browser.waitUntil("document.body.dataset.state === '" + state + "'");
    }

    /** Plays a phrase and waits until it is answered to the end. */
    static void playAndBeAnswered(String keys) {
        String before = browser.value("performance.getEntriesByName('melodyme:answer-note').length");
        browser.play(keys);
        browser.waitUntil("performance.getEntriesByName('melodyme:answer-note').length > " + before);
        waitForState("ready");
    }
}
