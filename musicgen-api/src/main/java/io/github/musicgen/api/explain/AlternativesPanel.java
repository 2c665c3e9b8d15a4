package io.github.musicgen.api.explain;

import io.github.musicgen.api.explain.ExplainedStep.Alternative;
import io.github.musicgen.representation.picture.Ink;
import io.github.musicgen.representation.picture.Lettering;
import io.github.musicgen.representation.picture.Panel;
import io.github.musicgen.representation.picture.RollGeometry;
import io.github.musicgen.representation.picture.SvgPath;
import io.github.musicgen.representation.picture.SvgWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A column for each of some steps: what could have come, each part as high as it was likely, the likeliest at the top. */
final class AlternativesPanel implements Panel {
    private static final double PITCH = 32; // from column to column
    private static final double WIDTH = 28;
    private static final double LEADER = 20;
    private static final double STACK = 110;
    private static final double FOOT = 26;
    private static final double FONT_SIZE = 9;
    private static final double LEAST_NAMED = 9.5;
    private static final double LEAST_CHOSEN = 2;
    private static final double REPEAT_EDGE = 3;
    private static final double GAP = 0.75;

    private final Seen seen;
    private final List<ExplainedStep> steps;
    private final boolean chosenByReader;

    private AlternativesPanel(Seen seen, List<ExplainedStep> steps, boolean chosenByReader) {
        this.seen = seen;
        this.steps = steps;
        this.chosenByReader = chosenByReader;
    }

    static Optional<AlternativesPanel> of(Seen seen, Optional<List<Integer>> wished) {
        Set<Integer> chosen = new TreeSet<>(wished.orElse(List.of()));
        List<ExplainedStep> shown = seen.steps().stream()
                .filter(step -> !step.alternatives().isEmpty())
                .filter(step -> wished.isEmpty() || chosen.contains(step.index()))
                .sorted(Comparator.comparingDouble(ExplainedStep::surprise).reversed())
                .limit(Math.max(1, (long) (seen.roll().width() / PITCH)))
                .sorted(Comparator.comparingInt(ExplainedStep::index))
                .toList();
        return shown.isEmpty() ? Optional.empty() : Optional.of(new AlternativesPanel(seen, shown, wished.isPresent()));
    }

    @Override
    public String title() {
        boolean all = chosenByReader || steps.size() == seen.steps().size();
        return all ? "Alternatives" : "Alternatives at the greatest surprises";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                new Key("chosen", Ink.CONTINUATION),
                new Key("others", Ink.PRIMER),
                new Key("as a repeat", Ink.HIGHLIGHT));
    }

    @Override
    public double height() {
        return LEADER + STACK + FOOT;
    }

    /** Columns are wider than steps; leaders say where they belong. */
    @Override
    public boolean timed() {
        return false;
    }

    @Override
    public void draw(SvgWriter svg, RollGeometry roll, double top) {
        List<Double> middles = new ArrayList<>();
        for (ExplainedStep step : steps) {
            middles.add((seen.left(step) + seen.right(step)) / 2);
        }
        double[] columns = Columns.place(middles, PITCH, roll.left(), roll.right());
        drawLeaders(svg, middles, columns, top);
        svg.open("g")
                .attr("data-panel", "alternatives")
                .attr("font-size", FONT_SIZE)
                .attr("text-anchor", "middle");
        for (int i = 0; i < columns.length; i++) {
            drawColumn(svg, steps.get(i), columns[i], top + LEADER);
        }
        svg.close();
    }

    private static void drawLeaders(SvgWriter svg, List<Double> middles, double[] columns, double top) {
        SvgPath leaders = new SvgPath();
        for (int i = 0; i < columns.length; i++) {
            leaders.move(middles.get(i), top)
                    .vertical(4)
                    .line(columns[i], top + LEADER - 4)
                    .vertical(4);
        }
        svg.open("path")
                .stroke(Ink.FRAME)
                .attr("fill", "none")
                .attr("stroke-width", 0.75)
                .attr("d", leaders.toString())
                .close();
    }

    private void drawColumn(SvgWriter svg, ExplainedStep step, double middle, double top) {
        double left = middle - WIDTH / 2;
        svg.open("g");
        svg.rect(left, top, WIDTH, STACK).fill(Ink.BLACK_ROW).close();
        double y = top;
        for (Alternative each : step.alternatives()) {
            double height = each.before() * STACK;
            drawPart(svg, each, left, Math.min(y, top + STACK - LEAST_CHOSEN), height);
            y += height;
        }
        drawFoot(svg, step, middle, top + STACK);
        svg.close();
    }

    private static void drawPart(SvgWriter svg, Alternative each, double left, double y, double height) {
        double shown = Math.max(each.chosen() ? LEAST_CHOSEN : 0, height - GAP);
        if (shown < GAP) {
            return;
        }
        svg.rect(left, y, WIDTH, shown)
                .fill(each.chosen() ? Ink.CONTINUATION : Ink.PRIMER)
                .attr("fill-opacity", each.chosen() ? 0.5 : 0.28)
                .textElement("title", sentence(each))
                .close();
        if (each.repeat().isPresent()) {
            svg.rect(left, y, REPEAT_EDGE, shown).fill(Ink.HIGHLIGHT).close();
        }
        if (shown >= LEAST_NAMED) {
            boolean possible = each.after() > 0;
            svg.open("text")
                    .fill(possible ? Ink.TEXT : Ink.MUTED)
                    .attr("x", left + WIDTH / 2 + (each.repeat().isPresent() ? REPEAT_EDGE / 2 : 0))
                    .attr("y", y + shown / 2 + 0.35 * FONT_SIZE);
            if (!possible) {
                svg.attr("text-decoration", "line-through");
            }
            svg.text(EventName.of(each.event())).close();
        }
    }

    private static String sentence(Alternative each) {
        String repeat = each.repeat().isPresent() ? ", as " + each.repeat().getAsInt() + " steps ago" : "";
        return EventName.inWords(each.event()) + repeat + ": " + Figures.percent(each.before()) + " before masks, "
                + Figures.percent(each.after()) + " when drawn";
    }

    private void drawFoot(SvgWriter svg, ExplainedStep step, double middle, double top) {
        svg.open("text")
                .fill(Ink.TEXT)
                .attr("font-weight", "600")
                .attr("x", middle)
                .attr("y", top + 11);
        svg.text(Lettering.fitted(EventName.of(step.event()), FONT_SIZE, WIDTH)).close();
        svg.open("text").fill(Ink.MUTED).attr("x", middle).attr("y", top + 22);
        svg.text(Figures.percent(chosen(step))).close();
    }

    /** How likely what was chosen was as the class that was chosen. */
    private static double chosen(ExplainedStep step) {
        for (Alternative each : step.alternatives()) {
            if (each.chosen()) {
                return each.before();
            }
        }
        return 0;
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("Chosen among the likeliest:");
        for (int i = 0; i < steps.size(); i++) {
            ExplainedStep step = steps.get(i);
            text.append(i == 0 ? " bar " : ", bar ").append(seen.bar(step));
            text.append(' ').append(EventName.inWords(step.event()));
            text.append(" at ").append(Figures.percent(chosen(step)));
        }
        return text.append('.').toString();
    }
}
