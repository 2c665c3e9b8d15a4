package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are wrong are told to be so, and the duet goes on. */
class WrongMessagesTest extends WitnessedTest {
    WrongMessagesTest() {
        super(Servers.limits(20, 50, 1 << 16, Duration.ofMinutes(1)));
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
}
