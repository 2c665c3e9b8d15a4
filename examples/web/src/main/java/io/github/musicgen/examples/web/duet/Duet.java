package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The turns of a duet, of which the last few hundred are remembered. One thread at a time puts turns, any may look at them. */
final class Duet {
    /** More than an hour of play. */
    static final int MAX_TURNS = 500;

    private volatile List<Turn> turns = List.of();

    List<Turn> turns() {
        return turns;
    }

    /** The next number, but for a question that was answered last: it becomes no second turn. */
    int numberFor(Asking asking) {
        return last().map(turn -> turn.answers(asking) ? turn.number() : turn.number() + 1)
                .orElse(1);
    }

    Optional<Turn> last() {
        List<Turn> all = turns;
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
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
        List<Turn> all = new ArrayList<>(turns);
        if (last().filter(last -> last.number() == turn.number()).isPresent()) {
            all.remove(all.size() - 1);
        }
        all.add(turn);
        turns = List.copyOf(all.subList(Math.max(0, all.size() - MAX_TURNS), all.size()));
    }

    /** The turns up to one with a number. */
    List<Turn> until(int number) {
        List<Turn> all = turns;
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).number() == number) {
                return all.subList(0, i + 1);
            }
        }
        String bound = all.isEmpty()
                ? "one of a duet that has begun"
                : all.get(0).number() + ".." + all.get(all.size() - 1).number();
        throw Refusal.field("turn", number, bound);
    }
}
