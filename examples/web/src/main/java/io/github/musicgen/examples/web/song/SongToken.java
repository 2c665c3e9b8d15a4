package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A recipe as the last part of a link. Each recipe has one token alone. */
final class SongToken {
    /** Servers and browsers take addresses of 8 KiB. */
    static final int MAX_LENGTH = 7000;

    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{1," + MAX_LENGTH + "}");

    private SongToken() {}

    static String of(SongRecipe recipe) {
        byte[] json = Json.write(recipe.toJson()).getBytes(StandardCharsets.UTF_8);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        if (token.length() > MAX_LENGTH) {
            throw Refusal.field(
                    "link",
                    "one of " + token.length(),
                    "at most " + MAX_LENGTH + " characters long: continue a shorter melody, or vary a song less often");
        }
        return token;
    }

    static SongRecipe read(String token, int maxSteps) {
        if (!TEXT.matcher(token).matches()) {
            throw broken(token);
        }
        SongRecipe recipe = SongRecipe.read(fields(token), maxSteps);
        if (!of(recipe).equals(token)) {
            throw broken(token);
        }
        return recipe;
    }

    /** What is wrong with the text of a link tells nobody anything: somebody cut it off, or mistyped it. */
    private static Fields fields(String token) {
        try {
            return Json.read("a song", Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException | Refusal e) {
            throw broken(token);
        }
    }

    private static Refusal broken(String token) {
        return Refusal.field("token", token, "what the server gave for a song, whole and unchanged")
                .introduced("the link is broken");
    }
}
