package io.github.musicgen.examples.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What pages have in common: their heads, the line of links above them, and the card of a song. A page says {@code <!-- head -->},
 * {@code <!-- song -->} and {@code <!-- top /compose.html -->}, the latter with the one of the links that leads to where one is.
 */
final class PageParts {
    private static final String FOLDER = "/parts/";
    private static final Pattern PLACE = Pattern.compile("<!-- (head|top|song)( /[a-z.]*)? -->");

    private PageParts() {}

    static byte[] putInto(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        return PLACE.matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(part(place)))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String part(MatchResult place) {
        String part = read(place.group(1) + ".html");
        @Nullable String current = place.group(2);
        if (current == null) {
            return part;
        }
        String link = "<a href=\"" + current.strip() + "\"";
        return part.replace(link, link + " aria-current=\"page\"");
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(PageParts.class.getResourceAsStream(FOLDER + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
