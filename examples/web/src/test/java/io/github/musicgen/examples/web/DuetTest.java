package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.text;
import static io.github.musicgen.examples.web.Visitor.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Duets as pages play them. */
class DuetTest {
    private static final String PHRASE =
            "\"notes\":[{\"pitch\":60,\"start\":0,\"end\":4},{\"pitch\":64,\"start\":4,\"end\":8},{\"pitch\":67,\"start\":8,\"end\":14}]";
    private static final String ASK = "{\"type\":\"ask\"," + PHRASE + ",\"tempo\":100,\"steps\":32,\"seed\":5}";

    @TempDir
    static Path data;

    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        server = Servers.startWithAttention(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void ask_isAnsweredStepByStep_andThenAsAWhole() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            Map<String, Object> answering = client.next("answering");
            assertThat(answering)
                    .containsEntry("turn", 1)
                    .containsEntry("answerStart", 16)
                    .containsEntry("steps", 32);
            int[] events = new int[32];
            for (int index = 0; index < events.length; index++) {
                Map<String, Object> step = client.next("step");
                assertThat(step).containsEntry("index", index).containsEntry("turn", 1);
                events[index] = whole(step, "event");
            }
            Map<String, Object> done = client.next("done");
            assertThat(done).containsEntry("complete", true).containsEntry("steps", 32);
            assertThat(list(done, "answer"))
                    .isNotEmpty()
                    .allSatisfy(note ->
                            assertThat(events[whole(note, "start") - 16]).isEqualTo(whole(note, "pitch")));
        }
    }

    @Test
    void ask_sameSeed_isAnsweredTheSame() {
        assertThat(answer(ASK)).isEqualTo(answer(ASK)).isNotEqualTo(answer(ASK.replace("\"seed\":5", "\"seed\":6")));
    }

    private static Object answer(String ask) {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ask);
            return Objects.requireNonNull(client.await("done").get("answer"));
        }
    }

    @Test
    void ask_inMilliseconds_isHeardOnTheGridOfItsTempo() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send("{\"type\":\"ask\",\"unit\":\"ms\",\"tempo\":100,\"answerStart\":1200,\"steps\":1,\"notes\":["
                    + "{\"pitch\":60,\"start\":12.5,\"end\":590},{\"pitch\":62,\"start\":610,\"end\":2000}]}");
            Map<String, Object> answering = client.next("answering"); // a step lasts 150 ms
            assertThat(answering).containsEntry("answerStart", 8);
            assertThat(list(answering, "phrase").stream().map(note -> note.get("start") + "-" + note.get("end")))
                    .containsExactly("0-4", "4-8");
        }
    }

    @Test
    void ask_chordsAndOverlaps_areHeardAsOneLine() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send("{\"type\":\"ask\",\"steps\":1,\"notes\":[{\"pitch\":60,\"start\":0,\"end\":8},"
                    + "{\"pitch\":64,\"start\":0,\"end\":8},{\"pitch\":55,\"start\":4,\"end\":6}]}");
            assertThat(list(client.next("answering"), "phrase").stream()
                            .map(note -> note.get("pitch") + ":" + note.get("start") + "-" + note.get("end")))
                    .containsExactly("64:0-4", "55:4-6");
        }
    }

    @Test
    void ask_promptly_beginsWithANote() {
        for (int seed = 0; seed < 20; seed++) {
            try (DuetClient client = DuetClient.begin(server)) {
                client.send(ASK.replace("\"seed\":5", "\"promptly\":true,\"seed\":" + seed));
                assertThat(whole(client.await("step"), "event")).isNotNegative();
            }
        }
    }

    @Test
    void ask_inAKeyAndARange_isAnsweredThere() {
        try (DuetClient client = DuetClient.begin(server)) {
            for (int turn = 0; turn < 5; turn++) {
                client.send("{\"type\":\"ask\"," + PHRASE + ",\"key\":\"C major pentatonic\",\"low\":60,\"high\":72}");
                assertThat(list(client.await("done"), "answer")).allSatisfy(note -> {
                    assertThat(whole(note, "pitch")).isBetween(60, 72);
                    assertThat(Scale.parse("C major pentatonic").contains(whole(note, "pitch")))
                            .isTrue();
                });
            }
        }
    }

    @Test
    void ask_whatContradictsItself_isRefused_andTheDuetGoesOn() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send("{\"type\":\"ask\"," + PHRASE + ",\"key\":\"C\",\"low\":61,\"high\":61,\"promptly\":true}");
            Map<String, Object> error = client.next("error");
            assertThat(error).containsEntry("reply", "ask");
            assertThat(text(error, "error")).contains("key C major", "range C#4 C#4");
            client.send(ASK);
            assertThat(client.next("answering")).containsEntry("turn", 1);
        }
    }

    @Test
    void again_replacesTheAnswer() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            Object first = client.await("done").get("answer");
            client.send("{\"type\":\"again\",\"seed\":7}");
            assertThat(client.next("answering")).containsEntry("turn", 1).containsEntry("seed", 7);
            assertThat(client.await("done").get("answer")).isNotEqualTo(first);
            client.send(ASK);
            assertThat(client.next("answering")).containsEntry("turn", 2);
        }
    }

    @Test
    void cut_keepsTheFirstSteps() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            client.await("done");
            client.send("{\"type\":\"cut\",\"turn\":1,\"steps\":6}");
            Map<String, Object> cut = client.next("cut");
            assertThat(cut).containsEntry("steps", 6);
            assertThat(list(cut, "answer")).allMatch(note -> whole(note, "end") <= 16 + 6);
            client.send("{\"type\":\"explain\",\"turn\":1}");
            assertThat(list(client.next("explanation"), "steps")).hasSize(6);
        }
    }

    @Test
    void everythingSaidToAMessage_bearsItsRef() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK.replace("\"seed\":5", "\"ref\":41,\"explain\":true,\"seed\":5"));
            assertThat(client.until("explanation"))
                    .hasSize(35)
                    .allSatisfy(message -> assertThat(message).containsEntry("ref", 41));
            client.send("{\"type\":\"again\",\"ref\":42}");
            assertThat(client.until("done"))
                    .hasSize(34)
                    .allSatisfy(message -> assertThat(message).containsEntry("ref", 42));
            client.send("{\"type\":\"cut\",\"turn\":1,\"steps\":3,\"ref\":43}");
            assertThat(client.next("cut")).containsEntry("ref", 43);
            client.send("{\"type\":\"ask\",\"tempo\":0,\"ref\":44}");
            assertThat(client.next("error")).containsEntry("ref", 44).containsEntry("reply", "ask");
            client.send("{\"type\":\"dance\",\"ref\":45}");
            assertThat(client.next("error")).containsEntry("ref", 45).containsEntry("reply", "dance");
            client.send("{\"type\":\"ping\",\"ref\":46}");
            assertThat(client.next("pong")).containsEntry("ref", 46);
            client.send("{\"type\":\"clear\",\"ref\":47}");
            assertThat(client.next("session")).containsEntry("ref", 47);
            client.send(ASK);
            assertThat(client.until("done"))
                    .allSatisfy(message -> assertThat(message).doesNotContainKey("ref"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"x\"", "9007199254740992"})
    void ref_thatIsNoWholeNumber_isRefused(String ref) {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send("{\"type\":\"ping\",\"ref\":" + ref + "}");
            assertThat(client.next("error"))
                    .containsEntry("name", "ref")
                    .containsEntry("reply", "ping")
                    .doesNotContainKey("ref");
        }
    }

    /** What a page sends whose player came in before the answer did, and was answered anew. */
    @Test
    void questionThatWasGivenUp_leavesItsPhraseAlone_andTheNextIsAnsweredToItsEnd() {
        String id;
        try (DuetClient client = DuetClient.connect(server)) {
            client.send("{\"type\":\"hello\"}");
            id = text(client.next("session"), "session");
            client.send(ASK.replace("\"seed\":5", "\"ref\":1"));
            client.send("{\"type\":\"cut\",\"of\":1,\"steps\":0,\"ref\":2}");
            client.send(ASK.replace("\"seed\":5", "\"ref\":3"));
            List<Map<String, Object>> messages = client.until("cut");
            assertThat(messages.get(messages.size() - 1))
                    .containsEntry("turn", 1)
                    .containsEntry("steps", 0)
                    .containsEntry("answer", List.of());
            assertThat(client.await("done"))
                    .containsEntry("ref", 3)
                    .containsEntry("turn", 2)
                    .containsEntry("complete", true);
            client.send("{\"type\":\"cut\",\"of\":1,\"steps\":0,\"ref\":4}");
            assertThat(client.next("error")).containsEntry("name", "of").containsEntry("ref", 4);
        }
        try (DuetClient again = DuetClient.connect(server)) {
            again.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
            List<Map<String, Object>> turns = list(again.next("session"), "turns");
            assertThat(turns.stream().map(turn -> turn.get("steps"))).containsExactly(0, 32);
        }
    }

    @Test
    void cancel_whileAnAnswerIsMade_endsIt() {
        try (DuetClient client = DuetClient.begin(server)) {
            String ask = ASK.replace("\"steps\":32", "\"steps\":128");
            int cancelled = 0;
            for (int i = 0; i < 50 && cancelled == 0; i++) { // the answer may be there before the cancel is
                client.send(ask);
                client.send("{\"type\":\"cancel\"}");
                Map<String, Object> done = client.await("done");
                if (Boolean.FALSE.equals(done.get("complete"))) {
                    cancelled++;
                    assertThat(whole(done, "steps")).isBetween(1, 127);
                }
            }
            assertThat(cancelled).isPositive();
        }
    }

    @Test
    void ask_whileAnAnswerIsMade_isAnswered() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            client.send(ASK);
            assertThat(client.await("done")).containsEntry("turn", 1);
            assertThat(client.await("done")).containsEntry("turn", 2).containsEntry("complete", true);
        }
    }

    @Test
    void clear_forgetsTheTurns_underANewName() {
        try (DuetClient client = DuetClient.connect(server)) {
            client.send("{\"type\":\"hello\"}");
            String before = text(client.next("session"), "session");
            client.send(ASK);
            client.await("done");
            client.send("{\"type\":\"clear\"}");
            Map<String, Object> session = client.next("session");
            assertThat(list(session, "turns")).isEmpty();
            assertThat(text(session, "session")).isNotEqualTo(before);
            assertThat(new Visitor(server).get("/api/duets/" + before + ".mid").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void explanation_ofALookbackModel_tellsAlternativesAndRepeats() {
        try (DuetClient client = DuetClient.begin(server)) {
            boolean repeats = false;
            for (int turn = 1; turn <= 8; turn++) {
                client.send(ASK.replace("\"seed\":5", "\"explain\":true,\"seed\":" + turn));
                List<Map<String, Object>> made = client.until("explanation");
                Map<String, Object> explanation = made.get(made.size() - 1);
                assertThat(explanation).containsEntry("turn", turn).containsEntry("attention", false);
                List<Map<String, Object>> steps = list(explanation, "steps");
                assertThat(steps).hasSize(32);
                for (Map<String, Object> step : steps) {
                    List<Map<String, Object>> chosen = list(step, "alternatives").stream()
                            .filter(alternative -> Boolean.TRUE.equals(alternative.get("chosen")))
                            .toList();
                    assertThat(chosen).hasSize(1);
                    assertThat(chosen.get(0).get("event")).isEqualTo(step.get("event"));
                    if (step.get("repeatOf") != null) {
                        repeats = true;
                        int here = 16 + whole(step, "index");
                        assertThat(here - whole(step, "repeatOf")).isEqualTo(whole(chosen.get(0), "repeat"));
                    }
                }
            }
            assertThat(repeats).isTrue();
        }
    }

    @Test
    void explanation_ofAnAttentionModel_tellsWhereItLooked() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK.replace("\"seed\":5", "\"model\":\"attention\",\"explain\":true"));
            List<Map<String, Object>> made = client.until("explanation");
            Map<String, Object> explanation = made.get(made.size() - 1);
            assertThat(explanation).containsEntry("attention", true);
            for (Map<String, Object> step : list(explanation, "steps")) {
                double shares = 0;
                for (Map<String, Object> share : list(step, "attention")) {
                    assertThat(whole(share, "step")).isLessThan(16 + whole(step, "index"));
                    shares += Double.parseDouble(text(share, "share"));
                }
                assertThat(shares).isBetween(0.5, 1.001); // tiny ones are left out
            }
        }
    }

    @Test
    void explanation_tellsHowThePlayersNotesSurprised() {
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            client.await("done");
            client.send(ASK);
            client.await("done");
            client.send("{\"type\":\"explain\",\"turn\":2,\"alternatives\":3}");
            Map<String, Object> explanation = client.next("explanation");
            List<Map<String, Object>> phrase = list(explanation, "phrase");
            assertThat(phrase.stream().map(note -> note.get("pitch"))).containsExactly(60, 64, 67);
            for (Map<String, Object> note : phrase) {
                double probability = Double.parseDouble(text(note, "probability"));
                assertThat(probability).isBetween(0.0, 1.0);
                assertThat(Double.parseDouble(text(note, "surprise"))).isCloseTo(-Math.log(probability), offset(1e-9));
                assertThat(list(note, "expected")).hasSize(3);
                assertThat(Double.parseDouble(text(list(note, "expected").get(0), "probability")))
                        .isGreaterThanOrEqualTo(probability);
            }
            assertThat(list(explanation, "before")).containsExactly(Map.of("turn", 1, "from", -48, "to", 0));
            client.send("{\"type\":\"explain\",\"turn\":1}");
            assertThat(list(client.next("explanation"), "phrase").get(0)).containsEntry("surprise", null);
        }
    }

    @Test
    void duet_isFetchedAsMidi_inTwoParts() throws IOException {
        try (DuetClient client = DuetClient.connect(server)) {
            client.send("{\"type\":\"hello\"}");
            String id = text(client.next("session"), "session");
            Visitor visitor = new Visitor(server);
            assertThat(visitor.get("/api/duets/" + id + ".mid").statusCode()).isEqualTo(404);
            client.send(ASK);
            Map<String, Object> done = client.await("done");
            byte[] midi = visitor.get("/api/duets/" + id + ".mid").body();
            NoteSequence music = MidiReader.read(MidiFile.parse(midi));
            assertThat(music.parts().stream().map(part -> part.name())).containsExactly("you", "network");
            assertThat(music.parts().get(0).notes().stream().map(note -> note.pitch()))
                    .containsExactly(60, 64, 67);
            assertThat(music.parts().get(1).notes().stream().map(note -> (Object) note.pitch()))
                    .isEqualTo(list(done, "answer").stream()
                            .map(note -> note.get("pitch"))
                            .toList());
        }
    }

    @Test
    void restart_losesNothing(@TempDir Path folder) {
        String id;
        List<Map<String, Object>> turns;
        try (Server first = Servers.start(folder);
                DuetClient client = DuetClient.connect(first)) {
            client.send("{\"type\":\"hello\"}");
            id = text(client.next("session"), "session");
            client.send(ASK);
            client.await("done");
            client.send(ASK);
            client.await("done");
            client.send("{\"type\":\"again\",\"seed\":9}");
            client.await("done");
            client.send("{\"type\":\"cut\",\"turn\":2,\"steps\":20}");
            client.await("cut");
        }
        try (Server second = Servers.start(folder);
                DuetClient client = DuetClient.connect(second)) {
            client.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
            Map<String, Object> session = client.next("session");
            assertThat(session).containsEntry("session", id).containsEntry("resumed", true);
            turns = list(session, "turns");
            assertThat(turns).hasSize(2);
            assertThat(turns.get(1)).containsEntry("seed", 9).containsEntry("steps", 20);
            client.send(ASK);
            assertThat(client.next("answering")).containsEntry("turn", 3);
            client.await("done");
        }
        try (Server third = Servers.start(folder);
                DuetClient client = DuetClient.connect(third)) {
            client.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
            assertThat(list(client.next("session"), "turns")).hasSize(3).startsWith(turns.get(0), turns.get(1));
            client.send("{\"type\":\"explain\",\"turn\":3}");
            assertThat(list(client.next("explanation"), "steps")).hasSize(32);
        }
    }

    @Test
    void restart_answersAsIfThereHadBeenNone(@TempDir Path folder) {
        Object without;
        try (DuetClient client = DuetClient.begin(server)) {
            client.send(ASK);
            client.await("done");
            client.send(ASK);
            without = Objects.requireNonNull(client.await("done").get("answer"));
        }
        String id;
        try (Server first = Servers.start(folder);
                DuetClient client = DuetClient.connect(first)) {
            client.send("{\"type\":\"hello\"}");
            id = text(client.next("session"), "session");
            client.send(ASK);
            client.await("done");
        }
        try (Server second = Servers.start(folder);
                DuetClient client = DuetClient.connect(second)) {
            client.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
            client.next("session");
            client.send(ASK);
            assertThat(client.await("done").get("answer")).isEqualTo(without);
        }
    }

    @Test
    void restart_afterALineThatWasNotWrittenToItsEnd_losesThatAlone(@TempDir Path folder) throws IOException {
        String id;
        try (Server first = Servers.start(folder);
                DuetClient client = DuetClient.connect(first)) {
            client.send("{\"type\":\"hello\"}");
            id = text(client.next("session"), "session");
            client.send(ASK);
            client.await("done");
        }
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("duets"))) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, "{\"turn\":2,\"tem", StandardOpenOption.APPEND);
        try (Server second = Servers.start(folder);
                DuetClient client = DuetClient.connect(second)) {
            client.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
            assertThat(list(client.next("session"), "turns")).hasSize(1);
            client.send(ASK);
            client.await("done");
        }
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void sameDuet_openedElsewhere_leavesTheFirst() {
        try (DuetClient first = DuetClient.connect(server);
                DuetClient second = DuetClient.connect(server)) {
            first.send("{\"type\":\"hello\"}");
            String id = text(first.next("session"), "session");
            first.send(ASK);
            first.await("done");
            second.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
            assertThat(list(second.next("session"), "turns")).hasSize(1);
            assertThat(first.closeCode()).isEqualTo(4004);
            second.send(ASK);
            assertThat(second.await("done")).containsEntry("turn", 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"null", "\"\"", "\"AAAAAAAAAAAAAAAAAAAAAAAA\"", "\"../../../../etc/passwd\"", "\"answers\""})
    void unknownName_beginsANewDuet(String name) {
        try (DuetClient client = DuetClient.connect(server)) {
            client.send("{\"type\":\"hello\",\"session\":" + name + "}");
            Map<String, Object> session = client.next("session");
            assertThat(session).containsEntry("resumed", false);
            assertThat(text(session, "session")).matches("[A-Za-z0-9_-]{24}");
        }
    }

    @Test
    void hello_afterMoreMusicThanMayLieUnread_isAnsweredWithAllOfIt(@TempDir Path folder) {
        int unread = 1 << 15;
        try (Server small = Servers.start(folder, Servers.limits(10, 1000, unread, Duration.ofMinutes(1)))) {
            String id;
            try (DuetClient client = DuetClient.connect(small)) {
                client.send("{\"type\":\"hello\"}");
                id = text(client.next("session"), "session");
                for (int turn = 0; turn < 24; turn++) {
                    client.send(ASK.replace("32", "128"));
                    client.await("done");
                }
            }
            try (DuetClient client = DuetClient.connect(small)) {
                client.send("{\"type\":\"hello\",\"session\":\"" + id + "\"}");
                Map<String, Object> session = client.next("session");
                assertThat(session).containsEntry("resumed", true);
                assertThat(list(session, "turns")).hasSize(24);
                assertThat(session.toString()).hasSizeGreaterThan(unread);
            }
        }
    }
}
