package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not behave get a limit or a clear error, and another one that plays meanwhile notices nothing. */
class HostileClientsTest {
    private static final int CONNECTIONS = 20;
    private static final String ASK =
            "{\"type\":\"ask\",\"notes\":[{\"pitch\":60,\"start\":0,\"end\":8}],\"steps\":32,\"seed\":5}";
    private static final byte TEXT = (byte) 0x81;
    private static final int MASKED = 0x80;
    private static final int LONG_LENGTH = 127;

    @TempDir
    static Path data;

    private static Server server;

    private DuetClient witness;

    @BeforeAll
    static void start() {
        server = Servers.start(data, Servers.limits(CONNECTIONS, 50, 1 << 16, Duration.ofSeconds(5)));
    }

    @AfterAll
    static void stop() {
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

    private void askAsWitness() {
        witness.send(ASK);
        assertThat(witness.await("done")).containsEntry("complete", true);
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < DuetClient.PATIENCE_SECONDS * 10 && !condition.getAsBoolean(); i++) {
            pause();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A socket that speaks to the server bare, after the handshake. */
    private static Socket bareSocket() throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        String request = "GET /api/duet HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.read());
        }
        assertThat(answer.toString()).startsWith("HTTP/1.1 101 ");
        return socket;
    }

    /** A frame whose mask is zero, so that its text is sent as it is. */
    private static byte[] frame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 + 8 + 4 + bytes.length)
                .put(TEXT)
                .put((byte) (MASKED | LONG_LENGTH))
                .putLong(bytes.length)
                .putInt(0)
                .put(bytes)
                .array();
    }

    @Test
    void message_ofTenMegabytes_isNotTaken() {
        DuetClient client = DuetClient.begin(server);
        try {
            client.send("{\"type\":\"ask\",\"notes\":\"" + "x".repeat(10 << 20) + "\"}");
        } catch (RuntimeException broken) {
            // the server may hang up before everything is sent
        }
        assertThat(client.closeCode()).isIn(1009, -1);
    }

    @Test
    void frame_thatOnlySaysItIsHuge_isNotWaitedFor() throws IOException {
        try (Socket socket = bareSocket()) {
            byte[] head = ByteBuffer.allocate(10)
                    .put(TEXT)
                    .put((byte) (MASKED | LONG_LENGTH))
                    .putLong(Long.MAX_VALUE)
                    .array();
            socket.getOutputStream().write(head);
            assertThat(readToEnd(socket)).contains("" + (char) (1009 >> 8) + (char) (1009 & 0xFF));
        }
    }

    private static String readToEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void halfAFrame_isDroppedAfterAWhile() throws IOException {
        try (Socket socket = bareSocket()) {
            byte[] frame = frame(ASK);
            socket.getOutputStream().write(frame, 0, frame.length / 2);
            askAsWitness();
            keepPlayingUntil(() -> server.connections() == 1);
            readToEnd(socket); // comes to its end, because the server hung up
        }
    }

    /** More of them than the server has threads: the last ones are refused, and those that came first are sent away in the end. */
    @Test
    void bodiesThatDoNotCome_leaveThreadsForOthers() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                sockets.add(silentUpload());
            }
            askAsWitness();
            assertThat(new Visitor(server).get("/api/models").statusCode()).isEqualTo(200);
            assertThat(readToEnd(sockets.get(99)))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("too many send something at once");
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Socket silentUpload() throws IOException {
        URI address = URI.create(server.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        String request = "POST /api/continue HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private void keepPlayingUntil(BooleanSupplier condition) {
        await(() -> {
            askAsWitness(); // so that the witness is never idle itself
            return condition.getAsBoolean();
        });
    }

    @Test
    void halfAFrame_andGone_isForgotten() throws IOException {
        try (Socket socket = bareSocket()) {
            byte[] frame = frame(ASK);
            socket.getOutputStream().write(frame, 0, frame.length / 2);
        }
        keepPlayingUntil(() -> server.connections() == 1);
    }

    @Test
    void clientThatSaysNothing_isSentAway() {
        DuetClient client = DuetClient.begin(server);
        keepPlayingUntil(() -> server.connections() == 1);
        assertThat(client.closeCode()).isEqualTo(4001);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "{",
                "[]",
                "{\"type\":\"ask\"",
                "{\"type\":7}",
                "{\"type\":\"dance\"}",
                "{\"type\":\"ask\",\"ask\":1}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"cut\",\"turn\":1,\"steps\":1}",
                "{\"type\":\"again\"}",
                "{\"type\":\"explain\",\"turn\":1}"
            })
    void wrongMessage_isToldSo_andTheDuetGoesOn(String message) {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(message);
            Map<String, Object> error = client.next("error");
            assertThat(text(error, "error")).isNotBlank().doesNotContain("Exception", "io.github");
            client.send(ASK);
            assertThat(client.await("done")).containsEntry("complete", true);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            "tempo":1e308                                                   ; tempo
            "tempo":-1                                                      ; tempo
            "tempo":69.9                                                    ; tempo
            "tempo":null,"steps":0                                          ; steps
            "steps":2147483648                                              ; steps
            "steps":1e300                                                   ; steps
            "steps":32.5                                                    ; steps
            "temperature":-0.1                                              ; temperature
            "temperature":1e400                                             ; temperature
            "answerStart":1e9                                               ; answerStart
            "low":-1                                                        ; low
            "low":70,"high":60                                              ; low
            "high":128                                                      ; high
            "seed":-5                                                       ; seed
            "seed":1e20                                                     ; seed
            "key":"Z major"                                                 ; key
            "key":7                                                         ; key
            "model":"none"                                                  ; model
            "unit":"years"                                                  ; unit
            "notes":[{"pitch":1e9,"start":0,"end":1}]                       ; notes[0].pitch
            "notes":[{"pitch":60,"start":-1,"end":1}]                       ; notes[0].start
            "notes":[{"pitch":60,"start":0,"end":1e18}]                     ; notes[0].end
            "notes":[{"pitch":60,"start":5,"end":2}]                        ; notes[0].end
            "notes":[{"pitch":60,"start":0,"end":1,"velocity":1000}]        ; notes[0].velocity
            "unit":"ms","notes":[{"pitch":60,"start":0,"end":1e300}]        ; notes[0].end
            "notes":[{"start":0,"end":1}]                                   ; notes[0].pitch
            "notes":"abc"                                                   ; notes
            """)
    void absurdNumber_isNamed(String field, String name) {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send("{\"type\":\"ask\"," + field + "}");
            Map<String, Object> error = client.next("error");
            assertThat(error).containsEntry("name", name).containsEntry("reply", "ask");
            assertThat(text(error, "bound")).isNotBlank();
        }
    }

    @Test
    void tooManyNotes_areRefused() {
        StringBuilder notes = new StringBuilder("{\"pitch\":60,\"start\":0,\"end\":1}");
        for (int i = 1; i < 257; i++) {
            notes.append(",{\"pitch\":60,\"start\":")
                    .append(i)
                    .append(",\"end\":")
                    .append(i + 1)
                    .append('}');
        }
        try (DuetClient client = DuetClient.begin(server)) {
            client.send("{\"type\":\"ask\",\"notes\":[" + notes + "]}");
            assertThat(client.next("error")).containsEntry("bound", "a list of up to 256");
        }
    }

    @Test
    void flood_isCutOff() {
        DuetClient client = DuetClient.begin(server);
        try {
            for (int i = 0; i < 1000; i++) {
                client.send("{\"type\":\"ping\"}");
            }
        } catch (RuntimeException broken) {
            // the server hung up, as it should
        }
        assertThat(client.closeCode()).isIn(1008, -1);
    }

    @Test
    void floodOfAnswers_isNotCutOffForWhatTheServerSends() {
        try (DuetClient client = DuetClient.begin(server)) {
            for (int i = 0; i < 20; i++) {
                client.send("{\"type\":\"ask\",\"steps\":128}");
            }
            for (int i = 0; i < 20; i++) {
                client.await("done");
            }
        }
    }

    @Test
    void clientThatDoesNotRead_isDropped() throws IOException {
        try (Socket socket = bareSocket()) {
            socket.setReceiveBufferSize(1024);
            OutputStream out = socket.getOutputStream();
            out.write(frame("{\"type\":\"hello\"}"));
            byte[] ask = frame("{\"type\":\"ask\",\"steps\":128}");
            boolean dropped = false;
            for (int i = 0; i < 10_000 && !dropped; i++) {
                try {
                    out.write(ask);
                    pause();
                } catch (IOException hungUp) {
                    dropped = true;
                }
                askAsWitness();
                dropped |= server.connections() == 1;
            }
            assertThat(dropped).isTrue();
        }
    }

    @Test
    void disconnect_inTheMiddleOfAnAnswer_leavesNothingBehind() {
        for (int i = 0; i < 30; i++) {
            DuetClient client = DuetClient.begin(server);
            client.send("{\"type\":\"ask\",\"steps\":128}");
            client.abort();
            if (i % 10 == 0) {
                askAsWitness();
            }
            await(() -> server.connections() < CONNECTIONS);
        }
        keepPlayingUntil(() -> server.connections() == 1 && server.openDuets() == 1);
    }

    @Test
    void oneClientMoreThanThereIsRoomFor_isSentAway() {
        List<DuetClient> clients = new ArrayList<>();
        for (int i = 1; i < CONNECTIONS; i++) {
            clients.add(DuetClient.begin(server));
        }
        DuetClient tooMany = DuetClient.connect(server);
        assertThat(tooMany.next("error")).containsEntry("bound", "at most " + CONNECTIONS);
        assertThat(tooMany.closeCode()).isEqualTo(1013);
        askAsWitness();
        clients.forEach(DuetClient::close);
    }

    @Test
    void binaryMessage_isRefused() throws IOException {
        try (Socket socket = bareSocket()) {
            byte[] frame = frame("hello");
            frame[0] = (byte) 0x82;
            socket.getOutputStream().write(frame);
            assertThat(readToEnd(socket)).contains("" + (char) (1003 >> 8) + (char) (1003 & 0xFF));
        }
    }

    @Test
    void memory_returnsToWhereItWas() {
        hundredDuets(); // so that everything that stays is there
        long before = usedMemory();
        hundredDuets();
        hundredDuets();
        await(() -> usedMemory() < before + (4 << 20));
    }

    private void hundredDuets() {
        for (int i = 0; i < 10; i++) {
            List<DuetClient> clients = new ArrayList<>();
            for (int j = 0; j < 10; j++) {
                DuetClient client = DuetClient.begin(server);
                client.send("{\"type\":\"ask\",\"steps\":32,\"explain\":true}");
                clients.add(client);
            }
            clients.forEach(client -> client.await("explanation"));
            clients.forEach(DuetClient::close);
            askAsWitness();
        }
        keepPlayingUntil(() -> server.connections() == 1 && server.openDuets() == 1);
    }

    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
