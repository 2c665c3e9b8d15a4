package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.web.http.Limits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that break and servers that stop while an answer is made: it is made to its end, once, and found by whoever comes back. */
class LostLineTest {
    private static final int STEPS = 128;
    private static final String NOTES =
            ",\"notes\":[{\"pitch\":60,\"start\":0,\"end\":4},{\"pitch\":64,\"start\":4,\"end\":8}],\"steps\":" + STEPS;
    private static final String ASK = "{\"type\":\"ask\"" + NOTES + ",\"seed\":5}";

    @TempDir
    static Path data;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Servers.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String question(int question, int seed) {
        return "{\"type\":\"ask\"" + NOTES + ",\"question\":" + question + ",\"seed\":" + seed + "}";
    }

    private static Object answer(Map<String, Object> turn) {
        return Objects.requireNonNull(turn.get("answer"));
    }

    private static void isWhole(Map<String, Object> turn) {
        assertThat(turn).containsEntry("complete", true).containsEntry("steps", STEPS);
    }

    @Test
    void lineThatBreaksWhileAnswersAreMade_cutsNoneShort() {
        for (int i = 0; i < 20; i++) {
            DuetClient client = DuetClient.begin(server);
            client.send(ASK);
            client.await("done");
            client.send("{\"type\":\"again\",\"seed\":7}");
            client.next("answering");
            client.abort();
            try (DuetClient back = DuetClient.resume(server, client.id())) {
                assertThat(back.turns()).hasSize(1);
                assertThat(back.turns().get(0)).containsEntry("seed", 7);
                isWhole(back.turns().get(0));
            }
        }
    }

    @Test
    void serverThatStopsWhileAnswersAreMade_losesNoneOfThem(@TempDir Path folder) {
        List<DuetClient> clients = new ArrayList<>();
        Server first = Servers.start(folder);
        for (int i = 0; i < 20; i++) {
            clients.add(DuetClient.begin(first));
        }
        clients.forEach(client -> client.send(ASK));
        clients.get(0).next("answering");
        first.close();

        Set<Object> answers = new HashSet<>();
        try (Server second = Servers.start(folder)) {
            for (DuetClient client :
                    clients.stream().filter(DuetClient::wasTold).toList()) {
                try (DuetClient back = DuetClient.resume(second, client.id())) {
                    assertThat(back.turns()).hasSize(1);
                    isWhole(back.turns().get(0));
                    answers.add(answer(back.turns().get(0)));
                }
            }
            DuetClient undisturbed = DuetClient.begin(second);
            undisturbed.send(ASK);
            answers.add(answer(undisturbed.await("done")));
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void questionThatIsAskedOnceMore_isAnsweredTheSame_andIsNoSecondTurn() {
        Object made;
        DuetClient client = DuetClient.begin(server);
        client.send(question(41, 5));
        made = answer(client.await("done"));
        client.abort();
        try (DuetClient back = DuetClient.resume(server, client.id())) {
            back.send(question(41, 6));
            assertThat(back.next("answering")).containsEntry("turn", 1).containsEntry("seed", 5);
            assertThat(answer(back.await("done"))).isEqualTo(made);
            back.send(question(42, 6));
            assertThat(back.next("answering")).containsEntry("turn", 2).containsEntry("seed", 6);
        }
    }

    @Test
    void questionThatIsAskedOnceMore_afterARestart_isNoSecondTurn(@TempDir Path folder) {
        DuetClient client;
        Object made;
        try (Server first = Servers.start(folder)) {
            client = DuetClient.begin(first);
            client.send(question(41, 5));
            made = answer(client.await("done"));
        }
        try (Server second = Servers.start(folder)) {
            DuetClient back = DuetClient.resume(second, client.id());
            assertThat(back.turns())
                    .singleElement()
                    .satisfies(turn -> assertThat(turn).containsEntry("question", 41));
            back.send(question(41, 6));
            assertThat(back.next("answering")).containsEntry("turn", 1);
            assertThat(answer(back.await("done"))).isEqualTo(made);
        }
    }

    @Test
    void questionWhoseAnswerIsNotWhole_isAnsweredAnew_inItsTurn() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            client.await("done");
            client.send(question(41, 5));
            client.await("done");
            client.send("{\"type\":\"cut\",\"turn\":2,\"steps\":3}");
            client.next("cut");
            client.send(question(41, 6));
            assertThat(client.next("answering")).containsEntry("turn", 2).containsEntry("seed", 6);
            isWhole(client.await("done"));
        }
    }

    @Test
    void sameQuestionsWithoutAName_areTwoTurns() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            assertThat(client.await("done")).containsEntry("turn", 1);
            client.send(ASK);
            assertThat(client.await("done")).containsEntry("turn", 2);
        }
    }

    /** There is room for two, and only those two are older than all that come and go. */
    @Test
    void duetThatSomebodyPlays_isKept_howeverManyComeAndGo(@TempDir Path folder) {
        try (Server small = Servers.start(folder, keeping(2, 2));
                DuetClient player = DuetClient.begin(small)) {
            player.send(ASK);
            player.await("done");
            for (int i = 0; i < 4; i++) {
                try (DuetClient passing = DuetClient.begin(small)) {
                    passing.send(ASK);
                    passing.await("done");
                }
                WitnessedTest.await(() -> small.connections() == 1);
            }
            player.send(ASK);
            player.await("done");
            player.abort();
            WitnessedTest.await(() -> small.openDuets() == 0);
            try (DuetClient back = DuetClient.resume(small, player.id())) {
                assertThat(back.turns()).hasSize(2);
            }
        }
    }

    private static Limits keeping(int connections, int duets) {
        Limits usual = Limits.STANDARD;
        return new Limits(
                connections,
                duets,
                usual.uploadBytes(),
                usual.frameBytes(),
                usual.messagesPerSecond(),
                usual.unreadBytes(),
                usual.songSteps(),
                usual.answerSteps(),
                usual.sounds(),
                usual.idle());
    }
}
