package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.map;
import static io.github.musicgen.examples.web.Visitor.text;
import static io.github.musicgen.examples.web.Visitor.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The blind study. */
class StudyTest {
    @TempDir
    Path data;

    private Server server;
    private Visitor visitor;

    @BeforeEach
    void start() {
        server = Servers.start(data);
        visitor = new Visitor(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, Object> pair() {
        return json(visitor.get("/api/study/pair"), 200);
    }

    private static String answer(Map<String, Object> pair, String comment) {
        return "{\"pair\":\"" + pair.get("pair")
                + "\",\"pleasing\":\"a\",\"real\":\"b\",\"interesting\":\"same\",\"comment\":\"" + comment + "\"}";
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(data.resolve("study/answers.csv"));
    }

    @Test
    void pair_beginsTheSame_goesOnDifferently_andTellsNotWhichIsReal() {
        for (int i = 0; i < 20; i++) {
            Map<String, Object> pair = pair();
            int opening = whole(pair, "openingSteps");
            List<Map<String, Object>> a = list(map(pair, "a"), "notes");
            List<Map<String, Object>> b = list(map(pair, "b"), "notes");
            assertThat(a.stream().filter(note -> whole(note, "start") < opening))
                    .isNotEmpty()
                    .containsExactlyElementsOf(b.stream()
                            .filter(note -> whole(note, "start") < opening)
                            .toList());
            assertThat(a).isNotEqualTo(b).anyMatch(note -> whole(note, "start") >= opening);
            assertThat(map(pair, "a").keySet()).isEqualTo(map(pair, "b").keySet());
            assertThat(pair.keySet()).containsOnly("pair", "tempo", "stepsPerBar", "openingSteps", "a", "b");
            byte[] sealed = Base64.getUrlDecoder().decode(text(pair, "pair"));
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("realFirst", "folk");
        }
    }

    @Test
    void pair_hasTheRealOneFirstOrSecond() {
        Set<String> real = new HashSet<>();
        for (int i = 0; i < 40; i++) { // all the same by chance once in 2^39 times
            real.add(text(json(visitor.post("/api/study/answers", answer(pair(), "")), 201), "real"));
        }
        assertThat(real).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void answer_isKept_countedAndTakenOnce() throws IOException {
        Map<String, Object> pair = pair();
        Map<String, Object> truth = json(visitor.post("/api/study/answers", answer(pair, "nice")), 201);
        boolean right = text(truth, "real").equals("b");
        assertThat(truth).containsEntry("right", right);
        assertThat(text(truth, "title")).isNotBlank();
        json(visitor.post("/api/study/answers", answer(pair, "again")), 409);
        assertThat(rows()).hasSize(2);
        assertThat(rows().get(1)).contains(text(truth, "title"), text(truth, "model"), "\"nice\"", "\"same\"");
        Map<String, Object> results = json(visitor.get("/api/study/results"), 200);
        assertThat(results).containsEntry("answers", 1);
        Map<String, Object> question = list(results, "questions").get(1);
        assertThat(question)
                .containsEntry("name", "real")
                .containsEntry("real", right ? 1 : 0)
                .containsEntry("generated", right ? 0 : 1);
        assertThat(list(results, "models"))
                .singleElement()
                .satisfies(model -> assertThat(model).containsEntry("name", truth.get("model")));
    }

    @Test
    void restart_keepsAnswersAndPairs() throws IOException {
        Map<String, Object> answered = pair();
        Map<String, Object> open = pair();
        json(visitor.post("/api/study/answers", answer(answered, "")), 201);
        server.close();
        byte[] half = {'"', '2', '0', '2', '6', (byte) 0xC3}; // a crash, within a character
        Files.write(data.resolve("study/answers.csv"), half, StandardOpenOption.APPEND);
        start();
        json(visitor.post("/api/study/answers", answer(answered, "")), 409);
        json(visitor.post("/api/study/answers", answer(open, "")), 201);
        assertThat(json(visitor.get("/api/study/results"), 200)).containsEntry("answers", 2);
        assertThat(rows()).hasSize(3).allMatch(row -> row.split("\",\"", -1).length == 10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =1+1                         | "'=1+1"
            +1                           | "'+1"
            -1                           | "'-1"
            @SUM(A1)                     | "'@SUM(A1)"
            \\t=1                        | "' =1"
            a\\n=1+1                     | "a =1+1"
            a\\",=1                      | "a"",=1"
            \\u2028x                     | " x"
            """)
    void comment_isNoFormulaAndNoSecondLine(String comment, String cell) throws IOException {
        json(visitor.post("/api/study/answers", answer(pair(), comment)), 201);
        assertThat(rows()).hasSize(2);
        assertThat(rows().get(1)).endsWith("," + cell);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            {"pair":"x","pleasing":"a","real":"a","interesting":"a"}                     ; pair
            {"pair":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","pleasing":"a","real":"a","interesting":"a"} ; pair
            {"pleasing":"a","real":"a","interesting":"a"}                                ; pair
            """)
    void pair_thatTheServerDidNotGive_isRefused(String request, String name) {
        assertThat(json(visitor.post("/api/study/answers", request), 400)).containsEntry("name", name);
    }

    @Test
    void pair_ofAnotherServer_isRefused(@TempDir Path elsewhere) {
        try (Server other = Servers.start(elsewhere)) {
            Map<String, Object> foreign = json(new Visitor(other).get("/api/study/pair"), 200);
            assertThat(json(visitor.post("/api/study/answers", answer(foreign, "")), 400))
                    .containsEntry("name", "pair");
        }
    }

    @Test
    void answer_thatIsNone_isRefused_andThePairStaysOpen() throws IOException {
        Map<String, Object> pair = pair();
        String start = "{\"pair\":\"" + pair.get("pair") + "\",";
        json(visitor.post("/api/study/answers", start + "\"pleasing\":\"a\",\"real\":\"a\"}"), 400);
        json(
                visitor.post("/api/study/answers", start + "\"pleasing\":\"c\",\"real\":\"a\",\"interesting\":\"a\"}"),
                400);
        json(visitor.post("/api/study/answers", answer(pair, "x".repeat(301))), 400);
        assertThat(rows()).hasSize(1);
        json(visitor.post("/api/study/answers", answer(pair, "")), 201);
    }
}
