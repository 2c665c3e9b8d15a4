package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** All duets that are played at the moment, by their names. The others are in the store alone, and take no memory. */
final class OpenDuets {
    private final Map<String, OpenDuet> open = new ConcurrentHashMap<>();
    private final DuetStore store;

    OpenDuets(DuetStore store) {
        this.store = store;
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
        AtomicReference<@Nullable DuetConnection> before = new AtomicReference<>();
        // Handed over within, so that who had it does not release it between being found and being handed over.
        OpenDuet found = open.compute(id, (key, duet) -> {
            OpenDuet kept = duet != null
                    ? duet
                    : store.load(id).map(loaded -> new OpenDuet(id, loaded)).orElse(null);
            if (kept != null) {
                before.set(kept.handTo(owner));
            }
            return kept;
        });
        DuetConnection loser = before.get();
        if (loser != null) {
            loser.close(DuetConnection.OPENED_ELSEWHERE, "this duet was opened elsewhere");
        }
        return Optional.ofNullable(found);
    }

    /** Writes a turn down. If that takes room, older duets make it, but none that is open. */
    void keep(OpenDuet duet, Turn turn) {
        store.append(duet.id(), turn, this::unlessOpen);
    }

    /** Within, so that nobody opens it meanwhile. */
    private void unlessOpen(String id, Runnable act) {
        open.compute(id, (key, duet) -> {
            if (duet == null) {
                act.run();
            }
            return duet;
        });
    }

    /** Closes a duet, unless it belongs to another connection by now. */
    void release(OpenDuet duet, DuetConnection owner) {
        open.computeIfPresent(duet.id(), (key, present) -> present == duet && duet.belongsTo(owner) ? null : present);
    }

    /** Closes a duet and deletes it, unless it belongs to another connection by now. */
    void delete(OpenDuet duet, DuetConnection owner) {
        open.computeIfPresent(duet.id(), (key, present) -> {
            if (present != duet || !duet.belongsTo(owner)) {
                return present;
            }
            store.delete(duet.id());
            return null;
        });
    }

    /** The duet of that name, to be looked at. */
    Duet find(String id) {
        OpenDuet playing = DuetId.isOne(id) ? open.get(id) : null;
        if (playing != null) {
            return playing.duet(); // as far as it is: who looks does not wait for who plays
        }
        AtomicReference<@Nullable Duet> found = new AtomicReference<>();
        // Within, because what is loaded may be mended, which nobody may do to a duet that is played.
        open.compute(id, (key, duet) -> {
            found.set(duet == null ? store.load(id).orElse(null) : duet.duet());
            return duet;
        });
        return Optional.ofNullable(found.get())
                .orElseThrow(() -> Refusal.of(Refusal.NOT_FOUND, "there is no duet of this name"));
    }

    int size() {
        return open.size();
    }
}
