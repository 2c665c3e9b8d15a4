package io.github.musicgen.api.explain;

import io.github.musicgen.representation.picture.Ink;
import io.github.musicgen.representation.picture.Panel;
import io.github.musicgen.representation.picture.RollGeometry;
import io.github.musicgen.representation.picture.SvgPath;
import io.github.musicgen.representation.picture.SvgWriter;
import java.util.List;
import java.util.Optional;

/**
 * Ribbons from passages that the model repeated by name to what they repeat, as in Wattenberg's arc diagrams ("The Shape of Song",
 * 2002). What is repeated from outside the picture hangs on a stroke alone.
 */
final class RepeatPanel implements Panel {
    private static final double HEIGHT = 64;
    private static final double DEPTH = HEIGHT - 6;
    private static final double EDGE = 3;
    private static final double STROKE = 9;
    private static final double LEAST_WIDTH = 1;

    private final Seen seen;
    private final List<Repeat> repeats;

    private RepeatPanel(Seen seen, List<Repeat> repeats) {
        this.seen = seen;
        this.repeats = repeats;
    }

    static Optional<RepeatPanel> of(Seen seen) {
        List<Repeat> repeats = Repeat.of(seen);
        return repeats.isEmpty() ? Optional.empty() : Optional.of(new RepeatPanel(seen, repeats));
    }

    @Override
    public String title() {
        return "Repeats that the model chose as such";
    }

    @Override
    public double height() {
        return repeats.stream().anyMatch(repeat -> seen.shows(repeat.source())) ? HEIGHT : 2 * STROKE;
    }

    @Override
    public void draw(SvgWriter svg, RollGeometry roll, double top) {
        SvgPath ribbons = new SvgPath();
        SvgPath edges = new SvgPath();
        double longest = longest();
        double drawnTo = Double.NEGATIVE_INFINITY;
        for (Repeat repeat : repeats) {
            double left = seen.x(repeat.firstStep());
            double right = seen.x(repeat.endStep());
            if (right < drawnTo + LEAST_WIDTH) {
                continue;
            }
            drawnTo = right;
            if (seen.shows(repeat.source())) {
                addRibbon(ribbons, repeat, top, longest);
                edges.rect(left, top, right - left, EDGE);
            } else {
                edges.rect(left, top, right - left, STROKE);
            }
        }
        svg.open("g").attr("data-panel", "repeats").fill(Ink.HIGHLIGHT);
        svg.open("path")
                .attr("fill-opacity", 0.2)
                .stroke(Ink.HIGHLIGHT)
                .attr("stroke-width", 0.75)
                .attr("stroke-opacity", 0.5)
                .attr("d", ribbons.toString())
                .close();
        svg.open("path").attr("d", edges.toString()).close();
        svg.close();
    }

    /** From the first step that is repeated to the last that repeats, in pixels. */
    private double longest() {
        double longest = LEAST_WIDTH;
        for (Repeat repeat : repeats) {
            if (seen.shows(repeat.source())) {
                longest = Math.max(longest, seen.x(repeat.endStep()) - seen.x(repeat.source()));
            }
        }
        return longest;
    }

    private void addRibbon(SvgPath ribbons, Repeat repeat, double top, double longest) {
        double outerLeft = seen.x(repeat.source());
        double innerLeft = seen.x(repeat.source() + repeat.length());
        double innerRight = seen.x(repeat.firstStep());
        double outerRight = seen.x(repeat.endStep());
        ribbons.move(outerLeft, top)
                .hang(DEPTH * (outerRight - outerLeft) / longest, outerLeft, outerRight, top)
                .line(innerRight, top);
        if (innerRight > innerLeft) {
            ribbons.hang(DEPTH * (innerRight - innerLeft) / longest, innerRight, innerLeft, top);
        }
        ribbons.close();
    }

    @Override
    public String description() {
        int steps = 0;
        for (Repeat repeat : repeats) {
            steps += repeat.length();
        }
        return steps + (steps == 1 ? " step was" : " steps were") + " chosen as a repeat, in " + repeats.size()
                + (repeats.size() == 1 ? " passage." : " passages.");
    }
}
