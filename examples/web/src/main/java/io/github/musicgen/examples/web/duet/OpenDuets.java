package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All duets that are played at the moment, by their names. The others are in the store alone, and take no memory. */
final class OpenDuets {
    private final Map<String, OpenDuet> open = new ConcurrentHashMap<>();
    private final DuetStore store;

    OpenDuets(DuetStore store) {
        this.store = store;
    }

    DuetStore store() {
        return store;
    }

    /** Opens a new duet. */
    OpenDuet begin(DuetConnection owner) {
        OpenDuet duet = new OpenDuet(DuetId.draw(), new Duet());
        duet.handTo(owner);
        open.put(duet.id(), duet);
        return duet;
    }

    /** Opens a duet that there was, if it is still there. If it is open elsewhere, that connection loses it. */
    Optional<OpenDuet> resume(String id, DuetConnection owner) {
        if (!DuetId.isOne(id)) {
            return Optional.empty();
        }
        OpenDuet found = open.compute(
                id,
                (key, duet) -> duet != null
                        ? duet
                        : store.load(id).map(kept -> new OpenDuet(id, kept)).orElse(null));
        if (found == null) {
            return Optional.empty();
        }
        DuetConnection before = found.handTo(owner);
        if (before != null) {
            before.close(DuetConnection.OPENED_ELSEWHERE, "this duet was opened elsewhere");
        }
        return Optional.of(found);
    }

    /** Closes a duet, unless it belongs to another connection by now. */
    void release(OpenDuet duet, DuetConnection owner) {
        open.computeIfPresent(duet.id(), (key, present) -> present == duet && duet.belongsTo(owner) ? null : present);
    }

    /** The duet of that name, to be looked at. */
    Duet find(String id) {
        OpenDuet playing = DuetId.isOne(id) ? open.get(id) : null;
        if (playing != null) {
            synchronized (playing) {
                return copy(playing.duet());
            }
        }
        return store.load(id).orElseThrow(() -> Refusal.of(Refusal.NOT_FOUND, "there is no duet of this name"));
    }

    private static Duet copy(Duet duet) {
        Duet copy = new Duet();
        duet.turns().forEach(copy::put);
        return copy;
    }

    int size() {
        return open.size();
    }
}
