package io.github.musicgen.examples.web.duet;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A duet that somebody plays at the moment. Whoever works with it holds its lock. */
final class OpenDuet {
    private final String id;
    private final Duet duet;
    private final AtomicReference<@Nullable DuetConnection> owner = new AtomicReference<>();

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

    /** Takes no lock: it is asked under a lock of the map of open duets, which must not wait for who plays. */
    boolean belongsTo(DuetConnection connection) {
        return owner.get() == connection;
    }

    /** Hands it to a connection. Who had it before loses it. */
    @Nullable
    DuetConnection handTo(DuetConnection newOwner) {
        DuetConnection before = owner.getAndSet(newOwner);
        return before == newOwner ? null : before;
    }
}
