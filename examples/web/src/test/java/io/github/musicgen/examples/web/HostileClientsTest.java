package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that send or take too much, or at the wrong time, meet a limit, and another one that plays meanwhile notices nothing. */
class HostileClientsTest extends WitnessedTest {
    private static final int CONNECTIONS = 20;
    private static final int MAX_SLOW = 30;

    HostileClientsTest() {
        super(Servers.limits(CONNECTIONS, 50, 1 << 16, Duration.ofMinutes(1)));
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

    private Socket silentUpload() throws IOException {
        Socket socket = connect();
        send(
                socket,
                "POST /api/continue HTTP/1.1\nHost: HOST\nContent-Type: application/json\nContent-Length: 1000\n\n{");
        return socket;
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
