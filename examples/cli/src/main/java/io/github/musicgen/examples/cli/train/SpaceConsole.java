package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.examples.cli.output.StageProgress;
import io.github.musicgen.models.report.TrainingConsole;
import io.github.musicgen.models.training.course.TrainingStep;
import io.github.musicgen.models.training.melodyvae.LatentEpoch;
import io.github.musicgen.models.training.melodyvae.LatentProgress;
import java.io.Closeable;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** Tells how the training of a space goes on: a line for each epoch, and on a terminal one that is written over. */
final class SpaceConsole implements LatentProgress, Closeable {
    private final PrintWriter err;
    private final StageProgress line;
    private final String stretch; // in words

    private SpaceConsole(PrintWriter err, StageProgress line, String stretch) {
        this.err = err;
        this.line = line;
        this.stretch = stretch;
    }

    static SpaceConsole of(CommandSpec spec, LatentContents contents) {
        return new SpaceConsole(spec.commandLine().getErr(), StageProgress.of(spec), contents.word());
    }

    @Override
    public void start(List<LatentEpoch> history) {
        if (!history.isEmpty()) {
            LatentEpoch best = history.get(LatentEpoch.bestOf(history) - 1);
            err.println(String.format(
                    Locale.ROOT,
                    "goes on after epoch %d, best so far %.2f nats %s",
                    history.size(),
                    best.validation().total(),
                    stretch));
            err.flush();
        }
    }

    @Override
    public void step(TrainingStep step) {
        line.show(String.format(
                Locale.ROOT,
                "epoch %d  %d/%d  %.2f nats %s  %s left",
                step.epoch(),
                step.batch(),
                step.batches(),
                step.nats(),
                stretch,
                TrainingConsole.duration(step.secondsLeft())));
    }

    @Override
    public void epoch(LatentEpoch report) {
        line.end();
        err.println(String.format(
                Locale.ROOT,
                "epoch %d  learned %.2f, held out %.2f nats %s (surprise %.2f, divergence %.1f)  events %.1f %%  %s",
                report.epoch(),
                report.training(),
                report.validation().total(),
                stretch,
                report.validation().reconstruction(),
                report.validation().divergence(),
                100 * report.validation().hits(),
                TrainingConsole.duration(report.seconds())));
        err.flush();
    }

    @Override
    public void close() {
        line.end();
    }
}
