package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Cursor;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import java.util.Set;
import java.util.TreeSet;

/**
 * A bar line as it is written.
 *
 * @param ends how many repetitions it ends: its colons on the left
 * @param starts how many it starts: its colons on the right
 * @param section whether it is thick or doubled and so ends a section
 */
public record BarSign(int ends, int starts, boolean section) {
    /** The one between the bars of a rest. */
    static final BarSign PLAIN = new BarSign(0, 0, false);

    /** The highest number of a variant ending. */
    static final int MAX_ENDING = 100;

    public static boolean startsAt(Cursor cursor) {
        return switch (cursor.peek()) {
            case '|' -> true;
            case '[' -> cursor.peek(1) == '|' || cursor.peek(1) == ']';
            case ':' -> cursor.peek(1) == ':' || cursor.peek(1) == '|' || cursor.peek(1) == '[';
            default -> false;
        };
    }

    public static BarSign read(Cursor cursor) {
        int left = colons(cursor);
        int lines = 0;
        int opened = 0;
        int closed = 0;
        char last = Cursor.END;
        while (isLine(cursor, last)) {
            last = cursor.next();
            lines += last == '|' ? 1 : 0;
            opened += last == '[' ? 1 : 0;
            closed += last == ']' ? 1 : 0;
        }
        if (last == Cursor.END) {
            return new BarSign(left / 2, left - left / 2, false);
        }
        return new BarSign(left, colonsToTheRight(cursor), lines > 1 || opened != closed);
    }

    private static boolean isLine(Cursor cursor, char last) {
        return switch (cursor.peek()) {
            case '|' -> true;
            case '[' -> cursor.peek(1) == '|' || cursor.peek(1) == ']';
            case ']' -> last == '|' || last == '[';
            default -> false;
        };
    }

    private static int colons(Cursor cursor) {
        int colons = 0;
        while (cursor.accept(':')) {
            colons++;
        }
        return colons;
    }

    /** Colons with another line behind them are that one's. */
    private static int colonsToTheRight(Cursor cursor) {
        int colons = 0;
        while (cursor.peek(colons) == ':') {
            colons++;
        }
        return cursor.peek(colons) == '|' ? 0 : colons(cursor);
    }

    public static boolean endingStartsAt(Cursor cursor) {
        return cursor.atDigit() || (cursor.peek() == '[' && Cursor.isDigit(cursor.peek(1)));
    }

    /** Reads the numbers of a variant ending, such as {@code 1,3} or {@code [2-4}. */
    public static Set<Integer> readEnding(Cursor cursor, Problems problems) throws MalformedAbcException {
        Set<Integer> numbers = new TreeSet<>();
        cursor.accept('[');
        Place place = cursor.place();
        do {
            int first = cursor.number("number of an ending", MAX_ENDING);
            int last = acceptBeforeDigit(cursor, '-') ? cursor.number("number of an ending", MAX_ENDING) : first;
            for (int number = first; number <= last; number++) {
                numbers.add(number);
            }
        } while (acceptBeforeDigit(cursor, ','));
        cursor.accept('.');
        if (numbers.remove(0) || numbers.isEmpty()) {
            problems.repaired(place, "numbers of an ending must be 1.." + MAX_ENDING + " and rise", "others left out");
        }
        return numbers.isEmpty() ? Set.of(1) : numbers;
    }

    private static boolean acceptBeforeDigit(Cursor cursor, char sign) {
        return Cursor.isDigit(cursor.peek(1)) && cursor.accept(sign);
    }
}
