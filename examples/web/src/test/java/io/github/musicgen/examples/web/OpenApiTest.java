package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.map;
import static io.github.musicgen.examples.web.Visitor.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the interface says what the server does. */
class OpenApiTest {
    @TempDir
    static Path data;

    private static Server server;
    private static Visitor visitor;
    private static Map<String, Object> description;

    @BeforeAll
    static void start() {
        server = Servers.start(data);
        visitor = new Visitor(server);
        description = json(visitor.get("/api/openapi.json"), 200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void addresses_areThoseOfTheServer() {
        Set<String> described = new TreeSet<>();
        map(description, "paths")
                .forEach((path, methods) -> ((Map<?, ?>) methods)
                        .keySet()
                        .forEach(
                                method -> described.add(String.valueOf(method).toUpperCase(Locale.ROOT) + " " + path)));
        Set<String> served = new TreeSet<>();
        for (String address : server.addresses()) {
            served.add(address.replace("{name}", address.contains("duets") ? "{session}.mid" : "{token}"));
        }
        assertThat(described).isEqualTo(served);
    }

    private static Set<String> fields(String schema) {
        return map(map(map(map(description, "components"), "schemas"), schema), "properties")
                .keySet();
    }

    @Test
    void answers_haveTheFieldsDescribed() {
        Map<String, Object> song = visitor.song("/api/compose", "{\"bars\":1,\"seed\":1}");
        assertThat(song.keySet()).isEqualTo(fields("Song"));
        assertThat(Visitor.list(song, "notes").get(0).keySet()).isEqualTo(fields("PartNote"));
        assertThat(Visitor.list(song, "parts").get(0).keySet()).isEqualTo(fields("Player"));
        assertThat(visitor.song("/api/band", "{\"bars\":1,\"seed\":1}").keySet())
                .isEqualTo(fields("Song"));
        Map<String, Object> more = json(visitor.get("/api/more-models"), 200);
        assertThat(more.keySet()).isEqualTo(fields("MoreModels"));
        assertThat(map(more, "space").keySet()).isEqualTo(fields("Space"));
        assertThat(map(more, "band").keySet()).isEqualTo(fields("Players"));
        assertThat(visitor.song("/api/draw", "{}").keySet()).isEqualTo(fields("Drawn"));
        Map<String, Object> models = json(visitor.get("/api/models"), 200);
        assertThat(models.keySet()).isEqualTo(fields("Catalogue"));
        assertThat(Visitor.list(models, "models").get(0).keySet()).isEqualTo(fields("Model"));
        Map<String, Object> pair = json(visitor.get("/api/study/pair"), 200);
        assertThat(pair.keySet()).isEqualTo(fields("Pair"));
        assertThat(map(pair, "a").keySet()).isEqualTo(fields("Heard"));
        Map<String, Object> truth = json(
                visitor.post(
                        "/api/study/answers",
                        "{\"pair\":\"" + text(pair, "pair")
                                + "\",\"pleasing\":\"a\",\"real\":\"a\",\"interesting\":\"a\"}"),
                201);
        assertThat(truth.keySet()).isEqualTo(fields("Truth"));
        Map<String, Object> results = json(visitor.get("/api/study/results"), 200);
        assertThat(results.keySet()).isEqualTo(fields("Results"));
        assertThat(json(visitor.get("/api/songs/x"), 400).keySet()).isEqualTo(fields("Error"));
    }

    @Test
    void requests_takeTheFieldsDescribed() {
        for (String form :
                Set.of("Compose", "Continue", "Another", "Vary", "Blend", "Draw", "Band", "Accompany", "Extend")) {
            Map<String, Object> error = json(visitor.post("/api/" + form.toLowerCase(Locale.ROOT), request(form)), 400);
            String known = text(error, "bound").replace("one of ", "");
            assertThat(Set.of(known.split(", "))).as(form).isEqualTo(fields(form));
        }
    }

    /** All that is needed, and a field that there is not: the refusal names all that there are. */
    private static String request(String form) {
        String token = text(visitor.song("/api/compose", "{\"bars\":1,\"seed\":1}"), "token");
        return switch (form) {
            case "Continue" -> "{\"none\":1,\"notes\":[{\"pitch\":60,\"start\":0,\"end\":4}]}";
            case "Another", "Accompany" -> "{\"none\":1,\"token\":\"" + token + "\"}";
            case "Vary" -> "{\"none\":1,\"token\":\"" + token + "\",\"percent\":30}";
            case "Blend" ->
                "{\"none\":1,\"from\":[{\"pitch\":60,\"start\":0,\"end\":4}],\"to\":[{\"pitch\":60,\"start\":0,\"end\":4}]}";
            case "Extend" -> "{\"none\":1,\"notes\":[{\"part\":0,\"pitch\":60,\"start\":0,\"end\":4}]}";
            default -> "{\"none\":1}";
        };
    }
}
