package io.github.musicgen.examples.web;

import static io.github.musicgen.examples.web.Visitor.json;
import static io.github.musicgen.examples.web.Visitor.text;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Recipes of songs, in and out of their links. */
final class Links {
    private Links() {}

    static String recipe(Map<String, Object> song) {
        return new String(Base64.getUrlDecoder().decode(text(song, "token")), StandardCharsets.UTF_8);
    }

    static String token(String recipe) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(recipe.getBytes(StandardCharsets.UTF_8));
    }

    /** How a recipe that somebody wrote himself is refused. */
    static Map<String, Object> refused(Visitor visitor, String recipe, int status) {
        return json(visitor.get("/api/songs/" + token(recipe)), status);
    }
}
