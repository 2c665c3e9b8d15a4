package io.github.musicgen.midi.abc.unfolding;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Budget;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import java.util.ArrayList;
import java.util.List;

/** Reads a field {@code P:} of the header: the order in which parts are played, such as {@code A2(BC)3}. */
final class PartOrder {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_TIMES = 100;

    /**
     * A part in its turn.
     *
     * @param label the part
     * @param times how often it is played
     */
    record Turn(String label, int times) {}

    private final Cursor cursor;
    private final Problems problems;
    private final Budget budget;

    private PartOrder(Cursor cursor, Problems problems, Budget budget) {
        this.cursor = cursor;
        this.problems = problems;
        this.budget = budget;
    }

    static List<Turn> read(Field field, Problems problems, Budget budget) throws MalformedAbcException {
        return new PartOrder(field.cursor(), problems, budget).turns(0, field.place());
    }

    private List<Turn> turns(int depth, Place start) throws MalformedAbcException {
        if (depth > MAX_DEPTH) {
            throw start.malformed("order of parts must be nested 0.." + MAX_DEPTH + " deep, but was deeper");
        }
        List<Turn> turns = new ArrayList<>();
        while (!cursor.atEnd() && cursor.peek() != ')') {
            turn(turns, depth);
        }
        if (depth > 0 && !cursor.accept(')')) {
            problems.repaired(start, "parenthesis in the order of parts is not closed", "closed at its end");
        }
        if (depth == 0 && !cursor.atEnd()) {
            problems.repaired(cursor.place(), "parenthesis in the order of parts is not open", "the rest is left out");
        }
        return turns;
    }

    private void turn(List<Turn> turns, int depth) throws MalformedAbcException {
        Place place = cursor.place();
        char sign = cursor.next();
        if (sign == '(') {
            List<Turn> group = turns(depth + 1, place);
            int times = times();
            budget.spend((long) group.size() * times, "order of parts", place);
            for (int i = 0; i < times; i++) {
                turns.addAll(group);
            }
        } else if (Character.isLetter(sign)) {
            budget.spend(1, "order of parts", place);
            turns.add(new Turn(String.valueOf(sign), times()));
        } else if (sign != '.' && !Character.isWhitespace(sign)) {
            problems.repaired(place, "sign " + sign + " means nothing in the order of parts", "skipped");
        }
    }

    private int times() throws MalformedAbcException {
        return cursor.atDigit() ? cursor.number("times that a part is played", MAX_TIMES) : 1;
    }
}
