package io.github.musicgen.midi.abc.unfolding;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Budget;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.BarMark;
import io.github.musicgen.midi.abc.tune.Jump;
import io.github.musicgen.midi.abc.tune.Score;
import io.github.musicgen.midi.abc.unfolding.PartOrder.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way that is taken over the line of the score: repeats, endings, the order of parts, and jumps. */
public final class Route {
    private final Score score;
    private final List<BarMark> marks;
    private final Problems problems;
    private final Budget budget;
    private final Place place;

    /** A way through a score whose repeats are where some bar lines are. */
    public Route(Score score, List<BarMark> marks, Problems problems, Budget budget) {
        this.score = score;
        this.marks = marks;
        this.problems = problems;
        this.budget = budget;
        this.place = score.start();
    }

    /** What is played in which order, according to a field {@code P:} if there is one. */
    public List<Span> spans() throws MalformedAbcException {
        Field order = score.partOrder();
        if (order == null || score.partLabels.isEmpty()) {
            return Span.joined(new JumpRoute(score, problems).spans(sections(0, score.end()), budget, place));
        }
        if (JumpRoute.signs(score).stream().anyMatch(Jump::goesBack)) {
            problems.skipped(order.place(), "signs to jump in a tune with an order of parts");
        }
        return Span.joined(inOrder(PartOrder.read(order, problems, budget), order.place()));
    }

    private List<Section> sections(long from, long to) throws MalformedAbcException {
        return Sections.between(from, to, marks, problems, place);
    }

    private List<Span> inOrder(List<Turn> turns, Place orderPlace) throws MalformedAbcException {
        List<Span> spans = new ArrayList<>();
        long firstLabel = score.partLabels.firstKey();
        play(sections(0, firstLabel), 1, spans);
        Map<String, List<Section>> parts = parts();
        for (Turn turn : turns) {
            List<Section> part = parts.get(turn.label());
            if (part == null) {
                problems.repaired(orderPlace, "part " + turn.label() + " is not in the tune", "left out");
            } else {
                play(part, turn.times(), spans);
            }
        }
        return spans;
    }

    /** The sections of each part; of several parts with one label the first. */
    private Map<String, List<Section>> parts() throws MalformedAbcException {
        Map<String, List<Section>> parts = new LinkedHashMap<>();
        for (Map.Entry<Long, String> label : score.partLabels.entrySet()) {
            Long next = score.partLabels.higherKey(label.getKey());
            List<Section> sections = sections(label.getKey(), next == null ? score.end() : next);
            if (parts.putIfAbsent(label.getValue(), sections) != null) {
                problems.skipped(place, "second part " + label.getValue() + "");
            }
        }
        return parts;
    }

    /** A part that is played as often as it has endings gets each of them once. */
    private void play(List<Section> sections, int times, List<Span> spans) throws MalformedAbcException {
        boolean endingPerTime = times > 1 && sections.stream().anyMatch(section -> section.lastNumber() == times);
        for (int time = 0; time < (endingPerTime ? 1 : times); time++) {
            for (Section section : sections) {
                budget.spend(section.passes() * 2L, "repeats", place);
                spans.addAll(section.played());
            }
        }
    }
}
