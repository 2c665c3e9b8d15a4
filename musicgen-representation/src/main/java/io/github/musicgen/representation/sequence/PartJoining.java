package io.github.musicgen.representation.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<Integer, Integer> holding = new HashMap<>(); // value by controller
    private long endTick; // of the last piece that had this part

    PartJoining(Part kind) {
        this.kind = kind;
    }

    void add(Part part, long offset, long newEndTick) {
        leaveFor(offset == endTick ? part : NOTHING);
        LongUnaryOperator later = tick -> tick + offset;
        part.notes().forEach(note -> notes.add(note.withTicks(note.startTick() + offset, note.endTick() + offset)));
        controlChanges.addAll(Events.moved(newControlChanges(part), later));
        part.controlChanges().forEach(change -> holding.put(change.controller(), change.value()));
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
        Controllers.AT_REST.forEach((controller, rest) -> {
            Integer held = holding.get(controller);
            if (held != null && !held.equals(rest) && !saidByNext.contains(controller)) {
                controlChanges.add(new ControlChange(endTick, controller, rest));
                holding.put(controller, rest);
            }
        });
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
        Set<Integer> restated = startOf(part).stream()
                .collect(Collectors.groupingBy(change -> Controllers.group(change.controller())))
                .entrySet()
                .stream()
                .filter(group -> onlyRestate(group.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return part.controlChanges().stream()
                .filter(change -> change.tick() > 0 || !restated.contains(Controllers.group(change.controller())))
                .toList();
    }

    private boolean onlyRestate(List<ControlChange> group) {
        Set<Integer> said = new HashSet<>();
        return group.stream()
                .allMatch(change -> Controllers.holds(change.controller())
                        && said.add(change.controller())
                        && Objects.equals(holding.get(change.controller()), change.value()));
    }

    private static List<ControlChange> startOf(Part part) {
        return part.controlChanges().stream()
                .takeWhile(change -> change.tick() == 0)
                .toList();
    }
}
