package io.github.musicgen.representation.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks over a part, window by window. */
final class PartWalk {
    private final Part part;
    private final EventWalk<ControlChange> controlChanges;
    private final EventWalk<PitchBend> pitchBends;
    private final EventWalk<Lyric> lyrics;
    private int nextNote;

    PartWalk(Part part) {
        this.part = part;
        this.controlChanges = new EventWalk<>(part.controlChanges(), PartWalk::slot);
        this.pitchBends = EventWalk.overStates(part.pitchBends());
        this.lyrics = EventWalk.overMoments(part.lyrics());
    }

    Part in(Window window) {
        return new Part(
                part.name(),
                part.program(),
                part.drums(),
                notesIn(window),
                controlChanges.in(window),
                pitchBends.in(window),
                lyrics.in(window));
    }

    private List<Note> notesIn(Window window) {
        List<Note> all = part.notes();
        while (nextNote < all.size() && all.get(nextNote).startTick() < window.start()) {
            nextNote++;
        }
        List<Note> result = new ArrayList<>();
        while (nextNote < all.size() && window.contains(all.get(nextNote).startTick())) {
            Note note = all.get(nextNote++);
            long end = Math.min(note.endTick(), window.end());
            result.add(note.withTicks(note.startTick() - window.start(), end - window.start()));
        }
        return result;
    }

    private static @Nullable Object slot(ControlChange change) {
        return Controllers.holds(change.controller()) ? change.controller() : null;
    }
}
