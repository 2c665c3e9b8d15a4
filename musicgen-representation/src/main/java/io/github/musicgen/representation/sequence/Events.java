package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Lists of events. */
final class Events {
    private Events() {}

    /** In order of time; at one tick in the order given. */
    static <E extends TickEvent<E>> List<E> inOrder(List<E> events) {
        return events.size() < 2
                ? List.copyOf(events)
                : events.stream().sorted(Comparator.comparingLong(E::tick)).toList();
    }

    /** The tick of the last event, 0 if there are none. */
    @SafeVarargs
    static long lastTick(List<? extends TickEvent<?>>... lists) {
        long last = 0;
        for (List<? extends TickEvent<?>> events : lists) {
            for (TickEvent<?> event : events) {
                last = Math.max(last, event.tick());
            }
        }
        return last;
    }

    static <E extends TickEvent<E>> List<E> moved(List<E> events, LongUnaryOperator move) {
        List<E> moved = new ArrayList<>(events.size());
        for (E event : events) {
            moved.add(event.withTick(move.applyAsLong(event.tick())));
        }
        return List.copyOf(moved);
    }

    /** Whether two events differ in nothing but their time. */
    static <E extends TickEvent<E>> boolean sayTheSame(E one, E other) {
        return one.withTick(other.tick()).equals(other);
    }

    /** Appends states that begin later, but for a first one that only says again what holds. */
    static <E extends TickEvent<E>> void append(List<E> states, List<E> more, long offset) {
        List<E> moved = moved(more, tick -> tick + offset);
        states.addAll(restates(states, more) ? moved.subList(1, moved.size()) : moved);
    }

    private static <E extends TickEvent<E>> boolean restates(List<E> states, List<E> more) {
        long atStart = more.stream().takeWhile(event -> event.tick() == 0).count();
        return !states.isEmpty() && atStart == 1 && sayTheSame(states.get(states.size() - 1), more.get(0));
    }
}
