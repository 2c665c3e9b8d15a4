package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.line.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model is shown before it answers a turn: the turn's phrase, and of the turns before as many whole ones as it takes.
 *
 * @param line all of it, from its own step 0 on
 * @param steps where the answer begins
 * @param turnStart where the turn begins that is answered
 * @param before the turns that come before
 */
record Context(Line line, int steps, int turnStart, List<Placed> before) {
    /** What is enough: eight bars, as long as a verse. What a model hears costs as much time as what it makes. */
    private static final int ENOUGH = 128;

    private static final int MOST = 2 * ENOUGH;

    /**
     * Where a turn lies.
     *
     * @param turn its number
     * @param from where it begins, counted in steps of the turn that is answered: less than 0
     * @param to where it ends
     */
    record Placed(int turn, int from, int to) {}

    /** The context of the last of some turns. */
    static Context ofLast(List<Turn> turns) {
        Turn last = turns.get(turns.size() - 1);
        int first = turns.size() - 1;
        int steps = last.answerStart();
        while (first > 0 && steps < ENOUGH && steps + turns.get(first - 1).length() <= MOST) {
            first--;
            steps += turns.get(first).length();
        }
        int turnStart = steps - last.answerStart();
        Line line = Line.SILENCE;
        List<Placed> before = new ArrayList<>();
        int at = 0;
        for (Turn turn : turns.subList(first, turns.size() - 1)) {
            line = line.then(turn.line().shifted(at));
            before.add(new Placed(turn.number(), at - turnStart, at - turnStart + turn.length()));
            at += turn.length();
        }
        return new Context(line.then(last.phrase().shifted(turnStart)), steps, turnStart, before);
    }

    List<Map<String, @Nullable Object>> beforeToJson() {
        return before.stream()
                .map(placed -> Json.object("turn", placed.turn(), "from", placed.from(), "to", placed.to()))
                .toList();
    }
}
