package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.report.TrainingConsole;
import io.github.musicgen.models.training.Training;
import io.github.musicgen.models.training.bandvae.BandEpoch;
import io.github.musicgen.models.training.bandvae.BandProgress;
import io.github.musicgen.models.training.bandvae.BandTraining;
import io.github.musicgen.models.training.bandvae.BandTrainingOptions;
import io.github.musicgen.models.training.bandvae.TrainedBand;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** What the command that trains bands does, apart from it: a command's own class is loaded by all others. */
final class BandMaking {
    private final PrintWriter err;
    private final List<Path> folders;
    private final BandVaeConfiguration configuration;
    private final BandTrainingOptions options;
    private final SplitFractions fractions;

    BandMaking(CommandSpec spec, BandTrainCommand command) {
        err = spec.commandLine().getErr();
        folders = command.folders;
        configuration = command.kind == BandTrainCommand.Kind.THESIS
                ? BandVaeConfiguration.thesis()
                : BandVaeConfiguration.band();
        fractions = SplitFractions.usual().withSalt(command.salt);
        options = Usage.checked(spec, () -> options(command));
    }

    private static BandTrainingOptions options(BandTrainCommand command) {
        BandTrainingOptions ofKind = command.kind == BandTrainCommand.Kind.THESIS
                ? BandTrainingOptions.thesis()
                : BandTrainingOptions.usual();
        return ofKind.toBuilder()
                .seed(command.seed)
                .epochs(command.epochs)
                .nextEpochs(command.nextEpochs)
                .build();
    }

    void run(ModelCard card, Precision precision, Path output, Path checkpoints) throws IOException {
        Training.requireNoOther(checkpoints);
        BandCorpus corpus = CorpusInput.songs(err, configuration, folders);
        BandTraining training = CorpusInput.divided(
                folders, () -> BandTraining.of(configuration).corpus(corpus, fractions));
        TrainedBand trained = run(training.options(options)
                .card(card)
                .precision(precision)
                .checkpoints(checkpoints)
                .progress(new BandProgress() {
                    @Override
                    public void start(List<BandEpoch> history) {
                        if (!history.isEmpty()) {
                            goesOn(history.get(history.size() - 1));
                        }
                    }

                    @Override
                    public void epoch(BandEpoch report) {
                        tell(report);
                    }
                }));
        trained.bundle().write(output, precision);
    }

    private static TrainedBand run(BandTraining training) throws IOException {
        try {
            return training.run();
        } catch (TrainingDivergedException diverged) {
            throw new IOException(diverged.getMessage(), diverged);
        }
    }

    private void goesOn(BandEpoch last) {
        err.println("goes on after epoch " + last.epoch() + " of " + last.network());
    }

    private void tell(BandEpoch report) {
        err.println(String.format(
                Locale.ROOT,
                "%s, epoch %d: %.2f nats, others %.2f  %s",
                report.network(),
                report.epoch(),
                report.training(),
                report.validation(),
                TrainingConsole.duration(report.seconds())));
    }

    /** Removes what a training that has ended needs no more. */
    void deleteCheckpoints(Path folder) throws IOException {
        Training.deleteCheckpoints(folder);
    }
}
