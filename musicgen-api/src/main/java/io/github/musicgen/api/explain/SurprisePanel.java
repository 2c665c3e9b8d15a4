package io.github.musicgen.api.explain;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.picture.Ink;
import io.github.musicgen.representation.picture.Panel;
import io.github.musicgen.representation.picture.RollGeometry;
import io.github.musicgen.representation.picture.SvgPath;
import io.github.musicgen.representation.picture.SvgWriter;
import java.util.ArrayList;
import java.util.List;

/** A bar for each step, as high as the step surprised the model; steps that lie too close share the bar of the greatest surprise. */
final class SurprisePanel implements Panel {
    private static final double HEIGHT = 88;
    private static final double LEAST_WIDTH = 1;
    private static final double MAX_GAP = 1.5;
    private static final double ROUNDED_FROM = 4;
    private static final double FONT_SIZE = 9;

    private final Seen seen;
    private final SurpriseScale scale;
    private final double mean;
    private final ExplainedStep greatest;

    private SurprisePanel(Seen seen, double mean, ExplainedStep greatest) {
        this.seen = seen;
        this.scale = SurpriseScale.upTo(greatest.surprise());
        this.mean = mean;
        this.greatest = greatest;
    }

    static SurprisePanel of(Seen seen) {
        double sum = 0;
        ExplainedStep greatest = seen.steps().get(0);
        for (ExplainedStep step : seen.steps()) {
            sum += step.surprise();
            greatest = step.surprise() > greatest.surprise() ? step : greatest;
        }
        return new SurprisePanel(seen, sum / seen.steps().size(), greatest);
    }

    private static Ink ink(ExplainedStep step) {
        return switch (step.event()) {
            case Melody.NO_EVENT -> Ink.MUTED;
            case Melody.NOTE_OFF -> Ink.PART_1;
            default -> Ink.CONTINUATION;
        };
    }

    @Override
    public String title() {
        return "Surprise, " + Figures.hundredths(mean) + " nats a step";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                new Key("note", Ink.CONTINUATION), new Key("note-off", Ink.PART_1), new Key("no event", Ink.MUTED));
    }

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public void draw(SvgWriter svg, RollGeometry roll, double top) {
        drawScale(svg, roll, top);
        svg.open("g").attr("data-panel", "surprise");
        for (Ink ink : List.of(Ink.MUTED, Ink.PART_1, Ink.CONTINUATION)) {
            svg.open("g").fill(ink);
            for (ExplainedStep step : bars()) {
                if (ink(step) == ink) {
                    drawBar(svg, step, top);
                }
            }
            svg.close();
        }
        svg.close();
    }

    private List<ExplainedStep> bars() {
        List<ExplainedStep> bars = new ArrayList<>();
        for (ExplainedStep step : seen.steps()) {
            int last = bars.size() - 1;
            if (last < 0 || column(step) != column(bars.get(last))) {
                bars.add(step);
            } else if (step.surprise() > bars.get(last).surprise()) {
                bars.set(last, step);
            }
        }
        return bars;
    }

    /** Steps as wide as a pixel or wider have a column each. */
    private long column(ExplainedStep step) {
        return seen.stepWidth() >= LEAST_WIDTH ? step.index() : (long) Math.floor(seen.left(step) / LEAST_WIDTH);
    }

    private void drawBar(SvgWriter svg, ExplainedStep step, double top) {
        double left = seen.left(step);
        double width = seen.right(step) - left;
        double shown = Math.max(LEAST_WIDTH, width - Math.min(MAX_GAP, width / 4));
        double height = step.surprise() / scale.top() * HEIGHT;
        svg.rect(left, top + HEIGHT - height, shown, height);
        if (shown >= ROUNDED_FROM && height >= ROUNDED_FROM) {
            svg.attr("rx", 1);
        }
        svg.textElement("title", sentence(step)).close();
    }

    private String sentence(ExplainedStep step) {
        return "bar " + seen.bar(step) + ", step " + step.index() + ": " + EventName.inWords(step.event()) + ", "
                + Figures.hundredths(step.surprise()) + " nats";
    }

    private void drawScale(SvgWriter svg, RollGeometry roll, double top) {
        SvgPath lines = new SvgPath();
        svg.open("g").fill(Ink.MUTED).attr("font-size", FONT_SIZE).attr("text-anchor", "end");
        List<Double> marks = scale.marks();
        for (int i = 0; i < marks.size(); i++) {
            double y = top + HEIGHT - marks.get(i) / scale.top() * HEIGHT;
            lines.move(roll.left(), y).horizontal(roll.width());
            String unit = i == marks.size() - 1 ? " nats" : "";
            svg.open("text").attr("x", roll.left() - 5).attr("y", y + 0.36 * FONT_SIZE);
            svg.text(Figures.tenths(marks.get(i)) + unit).close();
        }
        svg.close();
        svg.open("path")
                .stroke(Ink.ROW_LINE)
                .attr("d", lines.toString())
                .attr("shape-rendering", "crispEdges")
                .close();
    }

    @Override
    public String description() {
        return "Surprise of " + seen.steps().size() + " steps: " + Figures.hundredths(mean)
                + " nats a step; the greatest " + Figures.hundredths(greatest.surprise()) + " in bar "
                + seen.bar(greatest) + ", " + EventName.inWords(greatest.event()) + ".";
    }
}
