package io.github.musicgen.models.report;

import io.github.musicgen.models.training.EpochReport;
import io.github.musicgen.models.training.TrainingProgress;
import io.github.musicgen.models.training.course.TrainingStep;
import java.io.Closeable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells how training goes on, in lines: one for each epoch, and on a terminal one below that is written over with every batch.
 *
 * <pre>{@code
 * PrintWriter err = new PrintWriter(System.err, false, StandardCharsets.UTF_8);
 * try (TrainingConsole console = TrainingConsole.of(err, System.console() != null)) {
 *     training.progress(console).run();
 * }
 * }</pre>
 */
public final class TrainingConsole implements TrainingProgress, Closeable {
    private final PrintWriter out;
    private final boolean terminal;
    private final List<EpochReport> history = new ArrayList<>();
    private int shown; // letters on the line that is written over

    private TrainingConsole(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Tells it somewhere.
     *
     * @param out where to; it is flushed, but never closed
     * @param terminal whether lines can be written over there
     * @return what tells it
     */
    public static TrainingConsole of(PrintWriter out, boolean terminal) {
        return new TrainingConsole(out, terminal);
    }

    /**
     * How long something takes, as the lines tell it.
     *
     * @param seconds the time, to be rounded
     * @return minutes and seconds such as {@code 1:05}, and hours if there are any
     */
    public static String duration(double seconds) {
        return Words.duration(seconds);
    }

    @Override
    public void start(List<EpochReport> before) {
        history.clear();
        history.addAll(before);
        if (!before.isEmpty()) {
            EpochReport best = before.get(EpochReport.bestOf(before) - 1);
            line("goes on after epoch " + before.size() + ", best so far "
                    + Words.nats(best.validation().natsPerStep()) + " nats");
        }
    }

    @Override
    public void step(TrainingStep step) {
        if (terminal) {
            writeOver(text(step));
        }
    }

    private String text(TrainingStep step) {
        String text = String.format(
                Locale.ROOT,
                "epoch %d  %d/%d  %s nats",
                step.epoch(),
                step.batch(),
                step.batches(),
                Words.nats(step.nats()));
        return text + events() + "  " + Words.duration(step.secondsLeft()) + " left";
    }

    /** Of the last validation, if it had any. */
    private String events() {
        double accuracy = history.isEmpty()
                ? Double.NaN
                : history.get(history.size() - 1).validation().eventAccuracy();
        return Double.isFinite(accuracy) ? "  events " + Words.percent(accuracy) : "";
    }

    @Override
    public void epoch(EpochReport report) {
        history.add(report);
        boolean best = EpochReport.bestOf(history) == history.size();
        line(String.format(
                Locale.ROOT,
                "epoch %d  learned %s, held out %s nats  steps %s, events %s  %s%s",
                report.epoch(),
                Words.nats(report.trainingNats()),
                Words.nats(report.validation().natsPerStep()),
                Words.percent(report.validation().accuracy()),
                Words.percent(report.validation().eventAccuracy()),
                Words.duration(report.seconds()),
                best ? "  best" : ""));
    }

    /** What the line before had more is overwritten with blanks. */
    private void writeOver(String text) {
        out.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
        out.flush();
        shown = text.length();
    }

    private void line(String text) {
        if (terminal) {
            writeOver(text);
            out.println();
            shown = 0;
        } else {
            out.println(text);
        }
        out.flush();
    }

    /** Ends the line that is written over, in which training may have stopped: what is said then has its own. */
    @Override
    public void close() {
        if (shown > 0) {
            shown = 0;
            out.println();
            out.flush();
        }
    }
}
