package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is the server's own fault is told on standard error in full, to the client in a word, and the server goes on. */
class FailureTest {
    private static final String OWN_FAULT = "the server failed; this is its fault, not yours";
    private static final String NO_NAME = "AAAAAAAAAAAAAAAAAAAAAAAA";

    @TempDir
    Path data;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private Server server;
    private Visitor visitor;

    @BeforeEach
    void start() {
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        server = Servers.start(data);
        visitor = new Visitor(server);
    }

    @AfterEach
    void stop() {
        server.close();
        System.setErr(before);
    }

    /** A disk that fails, as far as a program sees it: where a folder or file was is something else. */
    private static void replaceByFile(Path folder) throws IOException {
        Files.move(folder, folder.resolveSibling("away"));
        Files.createFile(folder);
    }

    private static void putBack(Path folder) throws IOException {
        Files.delete(folder);
        Files.move(folder.resolveSibling("away"), folder);
    }

    private static void isOwnFault(HttpResponse<byte[]> response) {
        Map<String, Object> error = json(response, 500);
        assertThat(text(error, "error")).isEqualTo(OWN_FAULT);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .doesNotContain("Exception", "\tat ", "io.github", "answers.csv", "duets/");
    }

    private String told() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @Test
    void pageThatFails_isToldSo_andTheNextOneIsServed() throws IOException {
        replaceByFile(data.resolve("duets"));
        isOwnFault(visitor.get("/api/duets/" + NO_NAME + ".mid"));
        assertThat(told()).contains("GET /api/duets/" + NO_NAME + ".mid failed", "FileSystemException", "\tat ");
        putBack(data.resolve("duets"));
        json(visitor.get("/api/duets/" + NO_NAME + ".mid"), 404);
    }

    @Test
    void workThatFails_isToldSo_andIsDoneWhenItCanBe() throws IOException {
        Map<String, Object> pair = json(visitor.get("/api/study/pair"), 200);
        String answer =
                "{\"pair\":\"" + pair.get("pair") + "\",\"pleasing\":\"a\",\"real\":\"b\",\"interesting\":\"same\"}";
        replaceByFile(data.resolve("study"));
        isOwnFault(visitor.post("/api/study/answers", answer));
        assertThat(told()).contains("POST /api/study/answers failed", "answers.csv", "\tat ");
        putBack(data.resolve("study"));
        json(visitor.post("/api/study/answers", answer), 201);
    }

    @Test
    void duetThatFails_isToldSo_andGoesOn() throws IOException {
        String ask = "{\"type\":\"ask\",\"ref\":7,\"notes\":[{\"pitch\":60,\"start\":0,\"end\":8}],\"steps\":16}";
        try (DuetClient client = DuetClient.begin(server)) {
            replaceByFile(data.resolve("duets"));
            client.send(ask);
            Map<String, Object> error = client.await("error");
            assertThat(error)
                    .containsEntry("error", OWN_FAULT)
                    .containsEntry("reply", "ask")
                    .containsEntry("ref", 7);
            assertThat(told()).contains("a duet failed", "FileSystemException", "\tat ");
            putBack(data.resolve("duets"));
            client.send(ask);
            assertThat(client.await("done")).containsEntry("complete", true);
        }
    }
}
