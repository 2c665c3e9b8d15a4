package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks over events in order of time, window by window, and knows what holds where a window begins. */
final class EventWalk<E extends TickEvent<E>> {
    private final List<E> events;
    private final Function<E, @Nullable Object> slot;
    private final Map<Object, E> holding = new LinkedHashMap<>(); // by slot, the latest last
    private int next;

    /**
     * Starts at the first event.
     *
     * @param slot what an event sets until another event with an equal slot sets it anew; null if it is over at once
     */
    EventWalk(List<E> events, Function<E, @Nullable Object> slot) {
        this.events = events;
        this.slot = slot;
    }

    /** A walk over events that are over at once. */
    static <E extends TickEvent<E>> EventWalk<E> overMoments(List<E> events) {
        return new EventWalk<>(events, event -> null);
    }

    /** A walk over events each of which holds until the next one. */
    static <E extends TickEvent<E>> EventWalk<E> overStates(List<E> events) {
        return new EventWalk<>(events, event -> "the one slot");
    }

    /** The events of a window, counted from its start, after what already holds there. No window may begin before an earlier one. */
    List<E> in(Window window) {
        while (next < events.size() && events.get(next).tick() < window.start()) {
            remember(events.get(next++));
        }
        int first = next;
        while (next < events.size() && window.contains(events.get(next).tick())) {
            next++;
        }
        List<E> inside = events.subList(first, next);
        List<E> result = new ArrayList<>(statesBefore(window, inside));
        result.addAll(Events.moved(inside, tick -> tick - window.start()));
        inside.forEach(this::remember);
        return result;
    }

    private List<E> statesBefore(Window window, List<E> inside) {
        Set<@Nullable Object> setAtStart = inside.stream()
                .filter(event -> event.tick() == window.start())
                .map(slot)
                .collect(Collectors.toSet());
        return holding.entrySet().stream()
                .filter(state -> !setAtStart.contains(state.getKey()))
                .map(state -> state.getValue().withTick(0))
                .toList();
    }

    private void remember(E event) {
        Object set = slot.apply(event);
        if (set != null) {
            holding.remove(set);
            holding.put(set, event);
        }
    }
}
