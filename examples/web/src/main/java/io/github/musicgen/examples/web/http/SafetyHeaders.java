package io.github.musicgen.examples.web.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * Headers of every answer. Pages may load and run nothing but what came from this server as a file, and talk to nobody else.
 */
public final class SafetyHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "midi=(self), fullscreen=(self), camera=(), microphone=(), geolocation=()");

    private SafetyHeaders() {}

    /**
     * The headers.
     *
     * @param host name and port that the client called the server by, already found to be harmless
     * @return names and values
     */
    public static Map<String, String> of(String host) {
        return with(policy("connect-src 'self' ws://" + host + " wss://" + host));
    }

    /**
     * The headers where the client did not call the server by any good name.
     *
     * @return names and values
     */
    public static Map<String, String> withoutHost() {
        return with(policy("connect-src 'self'"));
    }

    private static Map<String, String> with(String policy) {
        Map<String, String> headers = new TreeMap<>(ALWAYS);
        headers.put("Content-Security-Policy", policy);
        return headers;
    }

    /** Some browsers do not count a WebSocket as the server's own unless it is named. */
    private static String policy(String connections) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                connections,
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
