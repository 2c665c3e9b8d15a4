package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.map;
import static io.github.musicgen.examples.web.Visitor.text;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the interface says what the server does. */
class OpenApiTest extends VisitedTest {
    private static Map<String, Object> description;

    @BeforeAll
    static void readDescription() {
        description = json(visitor.get("/api/openapi.json"), 200);
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

    /** What is of a wrong kind is refused with the bound, which is that of the description. */
    @ParameterizedTest
    @ValueSource(strings = {"Compose", "Continue", "Another", "Vary", "Blend", "Draw", "Band", "Accompany", "Extend"})
    void bounds_areThoseDescribed(String form) {
        Map<String, Object> properties = map(map(map(map(description, "components"), "schemas"), form), "properties");
        for (String name : properties.keySet()) {
            Map<String, Object> property = map(properties, name);
            if (!property.containsKey("$ref")) {
                assertThat(described(property)).as("%s of %s", name, form).isEqualTo(bound(form, name));
            }
        }
    }

    private static String described(Map<String, Object> property) {
        return switch (text(property, "type")) {
            case "integer" -> property.get("minimum") + ".." + property.get("maximum") + ", a whole number";
            case "number" -> real(property, "minimum") + ".." + real(property, "maximum");
            case "boolean" -> "true or false";
            case "array" -> "a list of " + property.get("minItems") + " or more, up to " + property.get("maxItems");
            default ->
                property.containsKey("maxLength")
                        ? "a text of up to " + property.get("maxLength") + " characters"
                        : property.get("enum") instanceof List<?> words
                                ? words.stream().map(String::valueOf).collect(joining(", ", "one of ", ""))
                                : "one of some words";
        };
    }

    private static double real(Map<String, Object> property, String name) {
        return ((Number) Objects.requireNonNull(property.get(name), name)).doubleValue();
    }

    private static String bound(String form, String name) {
        String told = refusedBound(form, name, "{}");
        if (told.equals("a list")) {
            refusedBound(form, name, "[]");
            String many = IntStream.range(0, 500).mapToObj(i -> "1").toList().toString();
            return refusedBound(form, name, many).replace("a list of", "a list of 1 or more,");
        }
        boolean dependsOnWhatIsHere = Set.of("model", "mode").contains(name);
        return dependsOnWhatIsHere && told.startsWith("one of ") ? "one of some words" : told;
    }

    private static String refusedBound(String form, String name, String value) {
        String base = request(form).replace("\"end\":4", "\"end\":1"); // from where a continuation may begin
        String given = base.replace(
                "\"none\":1", "\"" + name + "\":" + value + (name.equals("minutes") ? ",\"tempo\":40" : ""));
        String once = given.replaceAll(",\"" + name + "\":(\\[\\{[^]]*\\]|[0-9]+|\"[^\"]*\")", "");
        return text(json(visitor.post("/api/" + form.toLowerCase(Locale.ROOT), once), 400), "bound");
    }

    @Test
    void parameters_areFieldsOfTheSameRequestAsJson() {
        for (String form : Set.of("Continue", "Extend")) {
            Map<String, Object> properties =
                    map(map(map(map(description, "components"), "schemas"), form), "properties");
            Map<String, Object> post =
                    map(map(map(description, "paths"), "/api/" + form.toLowerCase(Locale.ROOT)), "post");
            Map<String, Object> parameters = new TreeMap<>();
            Visitor.list(post, "parameters").forEach(each -> parameters.put(text(each, "name"), map(each, "schema")));
            Map<String, Object> fields = new TreeMap<>(properties);
            fields.keySet().removeAll(Set.of("notes", "signature")); // which a file says itself
            assertThat(parameters).as(form).isEqualTo(fields);
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
