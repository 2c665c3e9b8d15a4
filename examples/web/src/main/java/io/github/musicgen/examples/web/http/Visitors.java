package io.github.musicgen.examples.web.http;

import io.github.musicgen.examples.web.json.Refusal;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who may ask. A server for this machine alone must be called by a name of this machine: otherwise a page of somebody else could
 * reach it through a name of his own that he points here (DNS rebinding). A WebSocket or anything that changes something must come from
 * a page of this server, because browsers open sockets across sites.
 *
 * @param loopback whether the server is for this machine alone
 */
public record Visitors(boolean loopback) {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks the name that a client calls the server by.
     *
     * @param header the Host header
     * @return the same
     * @throws Refusal if it is none, or a stranger's
     */
    public String requireHost(@Nullable String header) {
        Matcher matcher = HOST.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            throw Refusal.field("Host", header, "a name or an address, and a port");
        }
        if (loopback && !OWN_NAMES.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            throw Refusal.field(
                    Refusal.FORBIDDEN,
                    "Host",
                    header,
                    "localhost, 127.0.0.1 or [::1], for the server is for this machine");
        }
        return matcher.group();
    }

    /**
     * Checks which page asks.
     *
     * @param origin the Origin header; programs that are no browsers send none
     * @param host the host that {@link #requireHost} found harmless
     * @throws Refusal if it is a page of another server
     */
    public void requireOwnPage(@Nullable String origin, String host) {
        if (origin != null && !host.equalsIgnoreCase(authority(origin))) {
            throw Refusal.field(Refusal.FORBIDDEN, "Origin", origin, "a page of " + host);
        }
    }

    private static @Nullable String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
