package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.web.http.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Clients of whatever kind, and a witness who plays meanwhile and notices nothing; when they are gone, nothing of them is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WitnessedTest {
    static final String ASK =
            "{\"type\":\"ask\",\"notes\":[{\"pitch\":60,\"start\":0,\"end\":8}],\"steps\":32,\"seed\":5}";
    static final byte TEXT = (byte) 0x81;
    static final int MASKED = 0x80;
    static final int LONG_LENGTH = 127;

    private static final int LOOK_EVERY_MS = 10;
    private static final int LOOKS = DuetClient.PATIENCE_SECONDS * 1000 / LOOK_EVERY_MS;
    private static final int ASK_EVERY_MS = 40; // less than a flood
    private static final int SMALL_BUFFER = 4096;

    private final Limits limits;
    Server server;
    private DuetClient witness;

    @SuppressWarnings("NullAway") // set before each test
    WitnessedTest(Limits limits) {
        this.limits = limits;
    }

    @BeforeAll
    void start(@TempDir Path data) {
        server = Servers.start(data, limits);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void play() {
        witness = DuetClient.begin(server);
        askAsWitness();
    }

    @AfterEach
    void everythingIsGivenBack() {
        askAsWitness();
        witness.close();
        await(() -> server.connections() == 0);
        await(() -> server.openDuets() == 0);
    }

    final void askAsWitness() {
        witness.send(ASK);
        assertThat(witness.await("done")).containsEntry("complete", true);
    }

    static void await(BooleanSupplier condition) {
        for (int i = 0; i < LOOKS && !condition.getAsBoolean(); i++) {
            pause(LOOK_EVERY_MS);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits, and has the witness play all the time, so that he is never idle himself. */
    final void keepPlayingUntil(BooleanSupplier condition) {
        await(() -> {
            askAsWitness();
            pause(ASK_EVERY_MS);
            return condition.getAsBoolean();
        });
    }

    /** A connection with little room for what is not read yet. */
    final Socket connect() throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        return socket;
    }

    final void send(Socket socket, String request) throws IOException {
        String head = request.replace("HOST", URI.create(server.address()).getAuthority());
        socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** A socket that speaks to the server bare, after the handshake. */
    final Socket bareSocket() throws IOException {
        Socket socket = connect();
        send(socket, """
                GET /api/duet HTTP/1.1
                Host: HOST
                Upgrade: websocket
                Connection: Upgrade
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==

                """);
        assertThat(head(socket)).startsWith("HTTP/1.1 101 ");
        return socket;
    }

    /** All of an answer up to its body. */
    static String head(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("the answer ended within its head: " + answer);
            }
            answer.append((char) next);
        }
        return answer.toString();
    }

    static String readToEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** A frame whose mask is zero, so that its text is sent as it is. */
    static byte[] frame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + 8 + 4 + bytes.length)
                .put(TEXT)
                .put((byte) (MASKED | LONG_LENGTH))
                .putLong(bytes.length)
                .putInt(0)
                .put(bytes)
                .array();
    }
}
