package io.github.musicgen.examples.web;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A server that runs while the tests of a class do, and somebody who asks it. */
abstract class VisitedTest {
    static Server server;
    static Visitor visitor;

    @BeforeAll
    static void startServer(@TempDir Path data) {
        server = Servers.start(data);
        visitor = new Visitor(server);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }
}
