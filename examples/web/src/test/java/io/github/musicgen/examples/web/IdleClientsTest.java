package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Clients that do not say anything, or not all of it, are sent away. */
class IdleClientsTest extends WitnessedTest {
    IdleClientsTest() {
        super(Servers.limits(20, 50, 1 << 16, Duration.ofSeconds(1)));
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
}
