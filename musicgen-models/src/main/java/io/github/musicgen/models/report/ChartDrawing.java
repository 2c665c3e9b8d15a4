package io.github.musicgen.models.report;

import io.github.musicgen.models.report.Chart.Curve;
import io.github.musicgen.models.report.Chart.Level;
import java.util.List;
import java.util.Locale;

/** Draws a chart as SVG within HTML. Its colors are those of {@link PageStyle}. Used once. */
final class ChartDrawing {
    // As wide as a telephone, so that letters are legible there; a desktop shows it a little larger.
    private static final double WIDTH = 360;
    private static final double HEIGHT = 230;
    private static final double LEFT = 52;
    private static final double RIGHT = 344;
    private static final double TOP = 22;
    private static final double BOTTOM = 192;
    private static final double TEXT_GAP = 6;
    private static final double BASELINE = 4; // below the middle of letters
    private static final int MOST_DOTS = 60;

    private final Markup out = new Markup();
    private final Chart chart;
    private final Scale epochs;
    private final Scale values;

    private ChartDrawing(Chart chart) {
        this.chart = chart;
        this.epochs = Scale.ofEpochs(chart.epochs());
        this.values = Scale.around(chart.numbers());
    }

    static String svg(Chart chart) {
        return new ChartDrawing(chart).draw();
    }

    private String draw() {
        out.open("svg", "viewBox", "0 0 " + at(WIDTH) + " " + at(HEIGHT), "role", "img");
        out.leaf("title", chart.description());
        drawValueAxis();
        drawEpochAxis();
        markBestEpoch();
        chart.levels().forEach(this::draw);
        chart.curves().forEach(this::draw);
        return out.close().toString();
    }

    private void drawValueAxis() {
        for (double tick : values.ticks()) {
            line("tick", LEFT, y(tick), RIGHT, y(tick));
            label(values.label(tick), LEFT - TEXT_GAP, y(tick) + BASELINE, "end");
        }
    }

    private void drawEpochAxis() {
        line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (double tick : epochs.ticks()) {
            if (tick >= 1 && tick <= chart.epochs()) {
                line("axis", x(tick), BOTTOM, x(tick), BOTTOM + TEXT_GAP / 2);
                label(epochs.label(tick), x(tick), BOTTOM + 17, "middle");
            }
        }
        label("epoch", (LEFT + RIGHT) / 2, HEIGHT - BASELINE, "middle");
    }

    private void markBestEpoch() {
        double x = x(chart.bestEpoch());
        line("best", x, TOP - BASELINE, x, BOTTOM);
        double share = epochs.share(chart.bestEpoch());
        String anchor = share < 0.2 ? "start" : share > 0.8 ? "end" : "middle";
        label("best: epoch " + chart.bestEpoch(), x, TOP - 2 * BASELINE, anchor);
    }

    private void draw(Level level) {
        line("curve " + level.look(), LEFT, y(level.value()), RIGHT, y(level.value()));
    }

    private void draw(Curve curve) {
        String points = path(curve.values());
        out.open("path", "class", "curve " + curve.look(), "d", points).close();
        for (int epoch = 1; epoch <= chart.epochs(); epoch++) {
            if (chart.epochs() <= MOST_DOTS || epoch == chart.bestEpoch()) {
                dot(curve, epoch);
            }
        }
    }

    /** The curve breaks where a value is no number. */
    private String path(List<Double> points) {
        StringBuilder path = new StringBuilder();
        boolean broken = true;
        for (int i = 0; i < points.size(); i++) {
            boolean known = Double.isFinite(points.get(i));
            if (known) {
                path.append(broken ? 'M' : 'L').append(at(x(i + 1))).append(' ').append(at(y(points.get(i))));
            }
            broken = !known;
        }
        return path.toString();
    }

    private void dot(Curve curve, int epoch) {
        double value = curve.values().get(epoch - 1);
        if (!Double.isFinite(value)) {
            return;
        }
        out.open("circle", "class", "dot " + curve.look(), "cx", at(x(epoch)), "cy", at(y(value)), "r", "1.8");
        out.leaf(
                "title",
                "epoch " + epoch + ", " + curve.name() + ": " + chart.words().apply(value));
        out.close();
        if (epoch == chart.bestEpoch()) {
            out.open("circle", "class", "ring " + curve.look(), "cx", at(x(epoch)), "cy", at(y(value)), "r", "4.5");
            out.close();
        }
    }

    private void line(String look, double fromX, double fromY, double toX, double toY) {
        out.open("path", "class", look, "d", "M" + at(fromX) + " " + at(fromY) + "L" + at(toX) + " " + at(toY));
        out.close();
    }

    private void label(String text, double x, double y, String anchor) {
        out.leaf("text", text, "x", at(x), "y", at(y), "text-anchor", anchor);
    }

    private double x(double epoch) {
        return LEFT + epochs.share(epoch) * (RIGHT - LEFT);
    }

    private double y(double value) {
        return BOTTOM - values.share(value) * (BOTTOM - TOP);
    }

    private static String at(double place) {
        return String.format(Locale.ROOT, "%.1f", place);
    }
}
