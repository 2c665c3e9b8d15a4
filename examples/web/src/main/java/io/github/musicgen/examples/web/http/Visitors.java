package io.github.musicgen.examples.web.http;

import io.github.musicgen.examples.web.json.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells who may ask. A server for this machine alone must be called by a name of this machine: otherwise a page of somebody else could
 * reach it through a name of his own that he points here (DNS rebinding). A WebSocket or anything that changes something must come from
 * a page of this server, because browsers open sockets across sites.
 *
 * @param ownNames what the server may be called, in lower case; anything, if there are none
 */
public record Visitors(Set<String> ownNames) {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
    private static final Set<String> NAMES_OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Who may ask a server.
     *
     * @param address where it listens
     * @return visitors of this machine alone if nobody else can reach that address
     */
    public static Visitors of(InetAddress address) {
        Set<String> names = new TreeSet<>();
        if (address.isLoopbackAddress()) {
            names.addAll(NAMES_OF_THIS_MACHINE);
            names.add(address.getHostAddress());
        }
        return new Visitors(names);
    }

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
        if (!ownNames.isEmpty() && !ownNames.contains(matcher.group(1).toLowerCase(Locale.ROOT))) {
            String bound =
                    "one of " + String.join(", ", new TreeSet<>(ownNames)) + ", for the server is for this machine";
            throw Refusal.field(Refusal.FORBIDDEN, "Host", header, bound);
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
