package io.github.musicgen.examples.web.http;

import java.util.Map;

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
        Map<String, String> headers = new java.util.TreeMap<>(ALWAYS);
        headers.put("Content-Security-Policy", policy(host));
        return headers;
    }

    /** Some browsers do not count a WebSocket as the server's own unless it is named. */
    private static String policy(String host) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "connect-src 'self' ws://" + host + " wss://" + host,
                "object-src 'none'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
