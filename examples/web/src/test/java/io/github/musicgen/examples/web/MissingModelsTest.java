package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.list;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server without the jar of the larger models says what it lacks, and does all else. */
class MissingModelsTest {
    private static final String JAR = "io.github.musicgen:musicgen-api of this version";

    @TempDir
    static Path folder;

    private static BareServer server;
    private static Visitor visitor;

    @BeforeAll
    static void start() throws IOException {
        server = BareServer.withoutMoreModels(folder);
        visitor = new Visitor(server.address());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsMissing_isToldInPlaceOfTheModels() {
        Map<String, Object> more = json(visitor.get("/api/more-models"), 200);
        assertThat(more.get("space")).isNull();
        assertThat(more.get("band")).isNull();
        assertThat(text(more, "missing")).contains("\"two-bars\"", JAR, "more-models");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            /api/draw      ; {}             ; two-bars
            /api/blend     ; {"way":[0]}    ; two-bars
            /api/band      ; {}             ; arcade
            /api/extend    ; {}             ; arcade
            /api/accompany ; {"token":"x"}  ; arcade
            """)
    void whoeverNeedsThem_isToldWhichJarToAdd(String path, String request, String model) {
        assertThat(text(json(visitor.post(path, request), 409), "error"))
                .contains("\"" + model + "\"", JAR, "more-models");
    }

    @Test
    void linkOfABand_isToldWhichJarToAdd() {
        String recipe = "{\"form\":\"band\",\"model\":\"arcade\",\"hash\":\"0123456789abcdef\",\"seed\":1,"
                + "\"temperature\":1.0,\"threshold\":0.4,\"steps\":32,\"tempo\":120.0}";
        assertThat(text(Links.refused(visitor, recipe, 409), "error")).contains(JAR);
    }

    @Test
    void allElse_works() {
        assertThat(list(visitor.song("/api/compose", "{\"bars\":2,\"seed\":1}"), "notes"))
                .isNotEmpty();
        assertThat(visitor.get("/blend.html").statusCode()).isEqualTo(200);
    }
}
