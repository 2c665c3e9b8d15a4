package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.web.http.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Clients that send or take too much, or at the wrong time, meet a limit, and another one that plays meanwhile notices nothing. */
class HostileClientsTest extends WitnessedTest {
    private static final int CONNECTIONS = 20;
    private static final int MAX_SLOW = 30;
    private static final int SILENT = 100;
    private static final int NO_ROOM = SILENT - 32;

    HostileClientsTest() {
        super(Servers.limits(CONNECTIONS, 50, 1 << 16, Duration.ofMinutes(1)));
    }

    @Test
    void message_ofTenMegabytes_isNotTaken() throws IOException {
        byte[] frame = frame("{\"type\":\"ask\",\"notes\":\"" + "x".repeat(10 << 20) + "\"}");
        assertThat(heardWhileSending(frame)).contains(code(1009));
    }

    /** All that comes while a client sends as much as is taken of it, until the other end closes the line or breaks it. */
    private String heardWhileSending(byte[] frames) throws IOException {
        try (Socket socket = bareSocket()) {
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> sendWhatIsTaken(socket, frames));
            String heard = readUntilHungUp(socket);
            sent.join();
            return heard;
        }
    }

    private static void sendWhatIsTaken(Socket socket, byte[] frames) {
        try {
            socket.getOutputStream().write(frames);
        } catch (IOException broken) {
            // the server hangs up before everything is sent
        }
    }

    @Test
    void message_oneByteTooLong_isNotTaken_andAtTheLimitItIs() {
        int most = Limits.STANDARD.frameBytes();
        DuetClient client = DuetClient.begin(server);
        client.send("x".repeat(most));
        assertThat(text(client.next("error"), "error")).contains("a message must be a JSON object");
        client.send("x".repeat(most + 1));
        assertThat(client.closeCode()).isEqualTo(1009);
    }

    /** What a close frame bears. */
    private static String code(int code) {
        return "" + (char) (code >> 8) + (char) (code & 0xFF);
    }

    /** All that came, whether the other end closed the line or broke it. */
    private static String readUntilHungUp(Socket socket) throws IOException {
        StringBuilder read = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                read.append((char) next);
            }
        } catch (SocketException reset) {
            // what came before it counts
        }
        return read.toString();
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
            assertThat(readToEnd(socket)).contains(code(1009));
        }
    }

    /** More of them than the server has threads: those that find no room, whichever it looks at last, are told so at once. */
    @Test
    void bodiesThatDoNotCome_leaveThreadsForOthers() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < SILENT; i++) {
                sockets.add(silentUpload());
            }
            askAsWitness();
            assertThat(new Visitor(server).get("/api/models").statusCode()).isEqualTo(200);
            await(() -> sockets.stream().filter(HostileClientsTest::isAnswered).count() >= NO_ROOM);
            List<String> answers = new ArrayList<>();
            for (Socket socket : sockets) {
                if (isAnswered(socket)) {
                    answers.add(readToEnd(socket));
                }
            }
            assertThat(answers)
                    .allMatch(answer -> answer.startsWith("HTTP/1.1 503 ") || answer.startsWith("HTTP/1.1 400 "))
                    .anyMatch(answer -> answer.contains("too many send something at once"));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Socket silentUpload() throws IOException {
        Socket socket = connect();
        send(
                socket,
                "POST /api/continue HTTP/1.1\nHost: HOST\nContent-Type: application/json\nContent-Length: 1000\n\n{");
        return socket;
    }

    /** The server itself may be busy for a while: how slowly a body comes counts only after some seconds. */
    @Test
    void bodyThatComesInTwoParts_isTaken() throws IOException {
        try (Socket socket = connect()) {
            send(
                    socket,
                    "POST /api/compose HTTP/1.1\nHost: HOST\nConnection: close\n"
                            + "Content-Type: application/json\nContent-Length: 10\n\n{");
            askAsWitness();
            send(socket, "\"bars\":2}");
            assertThat(readToEnd(socket)).startsWith("HTTP/1.1 200 ");
        }
    }

    /** Who waits for each answer and is quick all the same is told why he must go. */
    @Test
    void tooManyMessagesASecond_areToldSo() {
        DuetClient client = DuetClient.begin(server);
        Map<String, Object> heard;
        do {
            client.send("{\"type\":\"ping\"}");
            heard = client.next();
        } while ("pong".equals(heard.get("type")));
        assertThat(text(heard, "error")).isEqualTo("too many messages a second");
        assertThat(client.closeCode()).isEqualTo(1008);
    }

    /** Whoever goes on sending may find the line broken, before he has read why. */
    @Test
    void flood_isCutOff() throws IOException {
        byte[] ping = frame("{\"type\":\"ping\"}");
        ByteBuffer flood = ByteBuffer.allocate(1000 * ping.length);
        while (flood.hasRemaining()) {
            flood.put(ping);
        }
        assertThat(heardWhileSending(flood.array()).split("\"pong\"", -1)).hasSizeLessThan(500);
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
            OutputStream out = socket.getOutputStream();
            out.write(frame("{\"type\":\"hello\"}"));
            out.write(frame("{\"type\":\"ask\",\"steps\":128}"));
            byte[] why = frame("{\"type\":\"explain\",\"turn\":1,\"alternatives\":12}"); // of which much is said
            keepPlayingUntil(() -> {
                try {
                    out.write(why);
                    return server.connections() == 1;
                } catch (IOException hungUp) {
                    return true;
                }
            });
        }
    }

    /** As many as there may be, and one more: each is sent to as slowly as it reads, and nobody else waits for that. */
    @Test
    void clientsThatReadSoundSlowly_keepNobodyWaiting() throws IOException {
        Visitor visitor = new Visitor(server);
        String token = text(visitor.song("/api/compose", "{\"bars\":25,\"tempo\":120,\"seed\":1}"), "token");
        String get = "GET /api/songs/" + token + ".wav HTTP/1.1\nHost: HOST\nConnection: close\n\n";
        List<Socket> slow = new ArrayList<>();
        try {
            String head;
            do { // whoever reads nothing for half a minute makes room again, so that on a busy machine there may be
                // some more
                slow.add(connect());
                send(slow.get(slow.size() - 1), get);
                head = head(slow.get(slow.size() - 1));
                askAsWitness();
            } while (head.startsWith("HTTP/1.1 200 ") && slow.size() < MAX_SLOW);
            assertThat(head).startsWith("HTTP/1.1 503 ");
            assertThat(slow).hasSizeGreaterThan(1);
            json(visitor.get("/api/songs/" + token), 200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        keepPlayingUntil(() -> visitor.get("/api/songs/" + token + ".wav").statusCode() == 200);
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
            assertThat(readToEnd(socket)).contains(code(1003));
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
