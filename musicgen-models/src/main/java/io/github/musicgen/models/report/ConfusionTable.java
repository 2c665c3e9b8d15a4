package io.github.musicgen.models.report;

import io.github.musicgen.models.evaluation.Confusion;
import io.github.musicgen.models.evaluation.Confusion.Event;
import io.github.musicgen.models.evaluation.Confusion.Guess;
import java.util.Arrays;
import java.util.Locale;

/** A row for what happened, a column for what the model had found likeliest; the larger the share of the row, the deeper the color. */
final class ConfusionTable {
    private static final String RIGHT = "right";
    private static final String WRONG = "wrong";

    private ConfusionTable() {}

    static void write(Markup out, Confusion confusion) {
        out.open("table", "class", "confusion");
        out.open("tr")
                .leaf("td", "")
                .leaf("th", "likeliest to the model", "colspan", "4")
                .close();
        out.open("tr").leaf("th", "what happened");
        for (String guess : new String[] {"this note", "another", "note-off", "no event"}) {
            out.leaf("th", guess);
        }
        out.close();
        row(out, confusion, Event.NOTE_ON, "a note");
        row(out, confusion, Event.NOTE_OFF, "note-off");
        row(out, confusion, Event.NO_EVENT, "no event");
        out.close();
    }

    private static void row(Markup out, Confusion confusion, Event event, String name) {
        out.open("tr").leaf("th", name);
        if (event == Event.NOTE_ON) {
            cell(out, confusion, event, RIGHT, 1, Guess.SAME_NOTE);
            cell(out, confusion, event, WRONG, 1, Guess.OTHER_NOTE);
        } else {
            cell(out, confusion, event, WRONG, 2, Guess.SAME_NOTE, Guess.OTHER_NOTE); // no note is the right one
        }
        cell(out, confusion, event, event == Event.NOTE_OFF ? RIGHT : WRONG, 1, Guess.NOTE_OFF);
        cell(out, confusion, event, event == Event.NO_EVENT ? RIGHT : WRONG, 1, Guess.NO_EVENT);
        out.close();
    }

    private static void cell(Markup out, Confusion confusion, Event event, String look, int columns, Guess... guesses) {
        long steps = Arrays.stream(guesses)
                .mapToLong(guess -> confusion.count(event, guess))
                .sum();
        long all = confusion.steps(event);
        double share = all == 0 ? 0 : (double) steps / all;
        out.open(
                "td",
                "class",
                look,
                "colspan",
                Integer.toString(columns),
                "style",
                String.format(Locale.ROOT, "--share:%.3f", share));
        out.leaf("b", all == 0 ? "–" : Words.percent(share));
        out.leaf("small", Words.count(steps));
        out.close();
    }
}
