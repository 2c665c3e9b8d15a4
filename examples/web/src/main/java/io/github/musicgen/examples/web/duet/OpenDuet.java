package io.github.musicgen.examples.web.duet;

import org.jspecify.annotations.Nullable;

/** A duet that somebody plays at the moment. Whoever works with it holds its lock. */
final class OpenDuet {
    private final String id;
    private final Duet duet;
    private @Nullable DuetConnection owner;

    OpenDuet(String id, Duet duet) {
        this.id = id;
        this.duet = duet;
    }

    String id() {
        return id;
    }

    Duet duet() {
        return duet;
    }

    synchronized boolean belongsTo(DuetConnection connection) {
        return owner == connection;
    }

    /** Hands it to a connection. Who had it before loses it. */
    synchronized @Nullable DuetConnection handTo(DuetConnection newOwner) {
        DuetConnection before = owner;
        owner = newOwner;
        return before == newOwner ? null : before;
    }
}
