package io.github.musicgen.examples.cli.band;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.models.corpus.BandCorpus;
import io.github.musicgen.models.corpus.BandFile;
import io.github.musicgen.models.corpus.Verdict;
import io.github.musicgen.models.training.BandEpoch;
import io.github.musicgen.models.training.BandProgress;
import io.github.musicgen.models.training.BandTraining;
import io.github.musicgen.models.training.BandTrainingOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** Trains a band. It alone knows the training, so that the other commands start without looking for native code. */
final class BandMaker {
    private final BandTrainCommand command;
    private final CommandSpec spec;

    BandMaker(BandTrainCommand command) {
        this.command = command;
        this.spec = command.spec();
    }

    void run() throws IOException {
        OutputFile.requireBundle(spec, command.output);
        OutputFile.require(command.output);
        BandVaeConfiguration configuration = command.kind == BandTrainCommand.Kind.THESIS
                ? BandVaeConfiguration.thesis()
                : BandVaeConfiguration.band();
        BandTrainingOptions options = Usage.checked(spec, this::options);
        ModelCard card = Usage.checked(spec, this::card);
        Precision precision = command.half ? Precision.F16 : Precision.F32;
        BandCorpus corpus = BandCorpus.read(configuration, command.folders.toArray(Path[]::new));
        corpus.files().forEach(this::tell);
        Path checkpoints = command.output.resolveSibling(command.output.getFileName() + ".checkpoints");
        BandTraining training = BandTraining.of(configuration)
                .corpus(corpus)
                .options(options)
                .card(card)
                .precision(precision)
                .checkpoints(checkpoints)
                .progress(new BandProgress() {
                    @Override
                    public void epoch(BandEpoch report) {
                        tell(report);
                    }
                });
        training.run().bundle().write(command.output, precision);
        training.deleteCheckpoints();
        print(precision);
    }

    private BandTrainingOptions options() {
        BandTrainingOptions usual = BandTrainingOptions.usual().withSeed(command.seed);
        return usual.withEpochs(
                Objects.requireNonNullElse(command.epochs, usual.epochs()),
                Objects.requireNonNullElse(command.nextEpochs, usual.nextEpochs()));
    }

    private ModelCard card() {
        String file = String.valueOf(command.output.getFileName());
        String name = file.substring(0, file.length() - OutputFile.BUNDLE_EXTENSION.length());
        return new ModelCard(
                Objects.requireNonNullElse(command.id, name),
                command.description,
                command.license,
                command.attribution,
                Map.of(),
                Map.of());
    }

    private void tell(BandFile file) {
        PrintWriter err = spec.commandLine().getErr();
        if (file.verdict() != Verdict.KEPT) {
            err.println(file.name() + ": " + file.verdict().word() + ": " + file.reason());
        }
    }

    private void tell(BandEpoch report) {
        spec.commandLine()
                .getErr()
                .println(String.format(
                        Locale.ROOT,
                        "%s, epoch %d: %.2f nats, others %.2f",
                        report.network(),
                        report.epoch(),
                        report.training(),
                        report.validation()));
    }

    private void print(Precision precision) throws IOException {
        BandVaeBundle written = BandVaeBundle.read(command.output);
        Json json = new Json()
                .put("file", command.output.toString())
                .put("bytes", Files.size(command.output))
                .put("precision", precision.name())
                .put("sha256", written.hash())
                .put("figures", written.card().figures())
                .put("provenance", written.card().provenance());
        json.print(spec.commandLine().getOut());
    }
}
