package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The turns of a duet, of which the last few hundred are remembered. For one thread at a time. */
final class Duet {
    /** More than an hour of play. */
    static final int MAX_TURNS = 500;

    private final List<Turn> turns = new ArrayList<>();

    List<Turn> turns() {
        return List.copyOf(turns);
    }

    int nextNumber() {
        return last().map(turn -> turn.number() + 1).orElse(1);
    }

    Optional<Turn> last() {
        return turns.isEmpty() ? Optional.empty() : Optional.of(turns.get(turns.size() - 1));
    }

    /** The turns as they are once this one is put. */
    List<Turn> turnsWith(Turn turn) {
        List<Turn> with = new ArrayList<>(turns);
        with.removeIf(each -> each.number() == turn.number());
        with.add(turn);
        return with;
    }

    /** Adds a turn, or replaces the last one if it is of the same number. */
    void put(Turn turn) {
        if (last().filter(last -> last.number() == turn.number()).isPresent()) {
            turns.remove(turns.size() - 1);
        }
        turns.add(turn);
        if (turns.size() > MAX_TURNS) {
            turns.remove(0);
        }
    }

    /** The turns up to one with a number. */
    List<Turn> until(int number) {
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).number() == number) {
                return List.copyOf(turns.subList(0, i + 1));
            }
        }
        String bound = turns.isEmpty()
                ? "one of a duet that has begun"
                : turns.get(0).number() + ".." + turns.get(turns.size() - 1).number();
        throw Refusal.field("turn", number, bound);
    }
}
