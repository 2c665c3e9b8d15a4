package io.github.musicgen.examples.web.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages that come along, by their paths. Only what looks like one of their names is ever looked for, so that no path leads out of
 * their folder.
 */
public final class Pages {
    private static final String FOLDER = "/public/";
    private static final String INDEX = "index.html";
    private static final String PAGE = ".html";
    private static final Pattern NAME =
            Pattern.compile("([A-Za-z0-9_-]{1,40}/){0,3}[A-Za-z0-9_-]{1,60}(\\.[a-z0-9]{2,11})?");
    private static final Map<String, String> TYPES = Map.of(
            ".html", "text/html; charset=utf-8",
            ".css", "text/css; charset=utf-8",
            ".js", "text/javascript; charset=utf-8",
            ".json", "application/json",
            ".svg", "image/svg+xml",
            ".png", "image/png",
            ".ico", "image/x-icon",
            ".woff2", "font/woff2",
            ".webmanifest", "application/manifest+json");

    private final Map<String, Page> read = new ConcurrentHashMap<>();

    /**
     * Looks for a page.
     *
     * @param path such as {@code /}, {@code /play} or {@code /js/piano.js}
     * @return the page, if there is one
     */
    public Optional<Page> find(String path) {
        String name = path.equals("/") ? INDEX : path.substring(Math.min(1, path.length()));
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        String file = name.substring(name.lastIndexOf('/') + 1).contains(".") ? name : name + PAGE;
        Page known = read.get(file);
        return known != null ? Optional.of(known) : read(file);
    }

    /** Keeps what is there, which is bounded, and not what is not, which is not. */
    private Optional<Page> read(String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.')));
        if (type == null) {
            return Optional.empty();
        }
        try (@Nullable InputStream stream = Pages.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                return Optional.empty();
            }
            byte[] bytes = stream.readAllBytes();
            Page page = new Page(type, file.endsWith(PAGE) ? PageParts.putInto(bytes) : bytes);
            read.put(file, page);
            return Optional.of(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
