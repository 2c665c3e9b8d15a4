package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused is told in words that somebody understands who knows neither Java nor a parser. */
class RefusedWordsTest extends VisitedTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"bars":"4"}      ; bars must be 1..128, a whole number, but was "4"
            {"bars":{"a":1}}  ; bars must be 1..128, a whole number, but was {"a":1}
            {"bars":4.5}      ; bars must be 1..128, a whole number, but was 4.5
            {"tempo":true}    ; tempo must be 40.0..240.0, but was true
            {"minutes":0}     ; minutes must be 0.01..4.26, but was 0
            {"minutes":5}     ; minutes must be 0.01..4.26, but was 5
            """)
    void valueIsTold_asItWasSent(String request, String words) {
        assertThat(json(visitor.post("/api/band", request), 400)).containsEntry("error", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "zzz", "eyJmb3JtIjoiY29tcG9zZSIs", "a/b", "", "W10"})
    void tokenThatIsNone_isABrokenLink(String token) {
        Map<String, Object> error = json(visitor.post("/api/another", "{\"token\":\"" + token + "\"}"), 400);
        assertThat(error)
                .containsEntry("name", "token")
                .containsEntry(
                        "error",
                        "the link is broken: token must be what the server gave for a song, whole and unchanged, but was "
                                + token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "zzz.mid", "abc.wav"})
    void addressOfNoSong_isABrokenLink(String name) {
        assertThat(text(json(visitor.get("/api/songs/" + name), 400), "error"))
                .startsWith("the link is broken: token must be")
                .endsWith("but was " + name.substring(0, 3));
    }

    @Test
    void key_isToldItsBoundAndValueOnce() {
        assertThat(json(visitor.post("/api/blend", TwoBars.ends(",\"key\":\"Q\"")), 400))
                .containsEntry("value", "Q")
                .extractingByKey("error")
                .asString()
                .startsWith("key must be a tonic and one of major, ")
                .endsWith(", such as \"D dorian\", but was Q")
                .containsOnlyOnce("but was")
                .containsOnlyOnce("D dorian");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compose",
                "continue",
                "another",
                "vary",
                "blend",
                "draw",
                "band",
                "accompany",
                "extend",
                "study/answers"
            })
    void fieldThatThereIsNot_isNamedBeforeOneThatIsMissing(String form) {
        assertThat(json(visitor.post("/api/" + form, "{\"song\":\"abc\"}"), 400))
                .containsEntry("name", "song");
    }

    @ParameterizedTest
    @ValueSource(strings = {"continue", "extend"})
    void fieldOfANoteThatThereIsNot_isNamedBeforeOneThatIsMissing(String form) {
        assertThat(json(visitor.post("/api/" + form, "{\"notes\":[{\"begin\":0}]}"), 400))
                .containsEntry("name", "notes[0].begin");
    }

    @Test
    void addressByAnotherMethod_isToldWhichItTakes() {
        int tried = 0;
        for (String address : server.addresses()) {
            if (address.startsWith("POST ")) {
                HttpResponse<byte[]> answer = visitor.get(address.substring(5));
                assertThat(answer.headers().firstValue("Allow")).contains("POST");
                assertThat(json(answer, 405)).containsEntry("error", "method must be POST, but was GET");
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(8);
        HttpResponse<byte[]> answer = visitor.post("/api/models", "{}");
        assertThat(answer.headers().firstValue("Allow")).contains("GET");
        json(answer, 405);
        json(visitor.get("/api/nothing"), 404);
        json(visitor.post("/blend.html", "{}"), 404);
    }
}
