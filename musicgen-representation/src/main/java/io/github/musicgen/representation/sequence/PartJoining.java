package io.github.musicgen.representation.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/** One part of music that is put together piece by piece. */
final class PartJoining {
    private static final Part NOTHING = Part.builder("").build();

    private final Part kind; // whose name and program it has
    private final List<Note> notes = new ArrayList<>();
    private final List<ControlChange> controlChanges = new ArrayList<>();
    private final List<PitchBend> pitchBends = new ArrayList<>();
    private final List<Lyric> lyrics = new ArrayList<>();
    private final ControllerState controllers = new ControllerState();
    private long endTick; // of the last piece that had this part

    PartJoining(Part kind) {
        this.kind = kind;
    }

    void add(Part part, long offset, long newEndTick) {
        leaveFor(offset == endTick ? part : NOTHING);
        LongUnaryOperator later = tick -> tick + offset;
        part.notes().forEach(note -> notes.add(note.withTicks(note.startTick() + offset, note.endTick() + offset)));
        controlChanges.addAll(Events.moved(newControlChanges(part), later));
        controllers.take(part.controlChanges());
        Events.append(pitchBends, part.pitchBends(), offset);
        lyrics.addAll(Events.moved(part.lyrics(), later));
        endTick = newEndTick;
    }

    Part finish(long lastTick) {
        if (endTick < lastTick) {
            leaveFor(NOTHING);
        }
        return new Part(kind.name(), kind.program(), kind.drums(), notes, controlChanges, pitchBends, lyrics);
    }

    /** Resets what the next piece would inherit unless it says something itself. */
    private void leaveFor(Part next) {
        Set<Integer> saidByNext =
                startOf(next).stream().map(ControlChange::controller).collect(Collectors.toSet());
        List<ControlChange> resets = controllers.resets(endTick).stream()
                .filter(reset -> !saidByNext.contains(reset.controller()))
                .toList();
        controlChanges.addAll(resets);
        controllers.take(resets);
        boolean bent =
                !pitchBends.isEmpty() && pitchBends.get(pitchBends.size() - 1).value() != 0;
        boolean bendSaidByNext =
                !next.pitchBends().isEmpty() && next.pitchBends().get(0).tick() == 0;
        if (bent && !bendSaidByNext) {
            pitchBends.add(new PitchBend(endTick, 0));
        }
    }

    /** All but those at the start that only say again what already holds. */
    private List<ControlChange> newControlChanges(Part part) {
        List<ControlChange> start = startOf(part);
        Map<Integer, Long> counts =
                start.stream().collect(Collectors.groupingBy(ControlChange::controller, Collectors.counting()));
        Set<ControlChange> again = start.stream()
                .filter(change -> controllers.holds(change) && counts.getOrDefault(change.controller(), 0L) == 1)
                .collect(Collectors.toSet());
        List<ControlChange> ofParameters =
                start.stream().filter(ControllerState::concernsParameter).toList();
        if (controllers.staySameAfter(ofParameters)) {
            again.addAll(ofParameters);
        }
        return part.controlChanges().stream()
                .filter(change -> !again.contains(change))
                .toList();
    }

    private static List<ControlChange> startOf(Part part) {
        return part.controlChanges().stream()
                .takeWhile(change -> change.tick() == 0)
                .toList();
    }
}
