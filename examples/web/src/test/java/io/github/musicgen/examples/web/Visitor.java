package io.github.musicgen.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks a server by HTTP. */
final class Visitor {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;

    Visitor(Server server) {
        this(server.address());
    }

    /** Of the address of a server's first page. */
    Visitor(String page) {
        this.address = page.substring(0, page.length() - 1);
    }

    HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    HttpResponse<byte[]> post(String path, String json) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> post(String path, String type, byte[] body) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    static HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String address() {
        return address;
    }

    /** What was answered, which must be well. */
    Map<String, Object> song(String path, String json) {
        return json(post(path, json), 200);
    }

    static Map<String, Object> json(HttpResponse<byte[]> response, int status) {
        String text = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.statusCode())
                .as(text.substring(0, Math.min(text.length(), 300)))
                .isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        return json(text);
    }

    static Map<String, Object> json(String text) {
        try {
            return JSON.std.mapFrom(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    static String text(Map<String, Object> object, String name) {
        return String.valueOf(object.get(name));
    }

    static int whole(Map<String, Object> object, String name) {
        return ((Number) Objects.requireNonNull(object.get(name), name)).intValue();
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(object.get(name), name);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> object, String name) {
        return (Map<String, Object>) Objects.requireNonNull(object.get(name), name);
    }
}
