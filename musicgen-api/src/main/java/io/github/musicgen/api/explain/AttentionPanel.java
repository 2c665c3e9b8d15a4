package io.github.musicgen.api.explain;

import io.github.musicgen.representation.picture.Ink;
import io.github.musicgen.representation.picture.Panel;
import io.github.musicgen.representation.picture.RollGeometry;
import io.github.musicgen.representation.picture.SvgPath;
import io.github.musicgen.representation.picture.SvgWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A row for each step, the first at the top: a mark where the step itself lies, and left of it, where the steps before it lie, the
 * stronger a color the more attention they got. Steps that have no room for a row of their own share one, of their mean.
 */
final class AttentionPanel implements Panel {
    private static final double LEAST_HEIGHT = 48;
    private static final double MOST_HEIGHT = 192;
    private static final double ROW_HEIGHT = 3;
    private static final double LEAST_ROW_HEIGHT = 2;
    private static final double FONT_SIZE = 9;
    private static final double LEAST_LABEL_GAP = 11;
    private static final int LEVELS = 8;

    private final Seen seen;
    private final AttentionMap map;
    private final double height;

    private AttentionPanel(Seen seen, AttentionMap map, double height) {
        this.seen = seen;
        this.map = map;
        this.height = height;
    }

    /** Nothing for a model without attention. */
    static Optional<AttentionPanel> of(Seen seen) {
        if (seen.steps().stream().allMatch(step -> step.attention().isEmpty())) {
            return Optional.empty();
        }
        int steps = seen.steps().size();
        double height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, steps * ROW_HEIGHT));
        int rows = (int) Math.min(steps, height / LEAST_ROW_HEIGHT);
        return Optional.of(new AttentionPanel(seen, AttentionMap.of(seen, rows), height));
    }

    @Override
    public String title() {
        return "Attention, a row for each step";
    }

    @Override
    public List<Key> keys() {
        return List.of(
                new Key("the step", Ink.CONTINUATION),
                new Key("where it looked, at most " + Figures.percent(map.greatest()), Ink.PART_1));
    }

    @Override
    public double height() {
        return height;
    }

    @Override
    public void draw(SvgWriter svg, RollGeometry roll, double top) {
        svg.open("g").attr("data-panel", "attention").fill(Ink.PART_1).attr("shape-rendering", "crispEdges");
        SvgPath[] levels = new SvgPath[LEVELS + 1];
        Arrays.setAll(levels, level -> new SvgPath());
        for (int row = 0; row < map.rows(); row++) {
            addRow(levels, row, top);
        }
        for (int level = 1; level <= LEVELS; level++) {
            if (!levels[level].isEmpty()) {
                svg.open("path")
                        .attr("fill-opacity", (double) level / LEVELS)
                        .attr("d", levels[level].toString())
                        .close();
            }
        }
        drawMarks(svg, top);
        svg.close();
        drawBars(svg, roll, top);
    }

    /** Neighbors of the same level make one rectangle. */
    private void addRow(SvgPath[] levels, int row, double top) {
        int start = 0;
        for (int cell = 1; cell <= map.cells(); cell++) {
            int level = level(row, start);
            if (cell < map.cells() && level(row, cell) == level) {
                continue;
            }
            if (level > 0) {
                double left = seen.x(map.firstStep(start));
                double width = seen.x(map.firstStep(cell)) - left;
                if (width > 0) {
                    levels[level].rect(left, top + y(row), width, y(row + 1) - y(row));
                }
            }
            start = cell;
        }
    }

    private int level(int row, int cell) {
        return map.greatest() > 0 ? (int) Math.round(LEVELS * map.share(row, cell) / map.greatest()) : 0;
    }

    private double y(int row) {
        return height * row / map.rows();
    }

    private void drawMarks(SvgWriter svg, double top) {
        SvgPath marks = new SvgPath();
        for (int row = 0; row < map.rows(); row++) {
            double left = seen.left(map.firstOf(row));
            double width = Math.max(1, seen.right(map.lastOf(row)) - left);
            marks.rect(left, top + y(row), width, y(row + 1) - y(row));
        }
        svg.open("path").fill(Ink.CONTINUATION).attr("d", marks.toString()).close();
    }

    /** The bars that rows belong to, at the left. */
    private void drawBars(SvgWriter svg, RollGeometry roll, double top) {
        svg.open("g").fill(Ink.MUTED).attr("font-size", FONT_SIZE).attr("text-anchor", "end");
        double free = Double.NEGATIVE_INFINITY;
        long before = -1;
        for (int row = 0; row < map.rows(); row++) {
            long bar = seen.bar(map.firstOf(row));
            if (bar != before && y(row) >= free) {
                svg.open("text").attr("x", roll.left() - 5).attr("y", top + y(row) + 0.8 * FONT_SIZE);
                svg.text("bar " + bar).close();
                free = y(row) + LEAST_LABEL_GAP;
            }
            before = bar;
        }
        svg.close();
    }

    @Override
    public String description() {
        return "Attention of each step to those before it, at most " + Figures.percent(map.greatest()) + " to one.";
    }
}
