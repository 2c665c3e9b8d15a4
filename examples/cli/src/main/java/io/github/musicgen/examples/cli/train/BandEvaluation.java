package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.examples.cli.model.Family;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.training.bandvae.BandTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What the command that evaluates bands does, apart from it: a command's own class is loaded by all others. */
record BandEvaluation(CommandSpec spec, ModelChoice model, List<Path> folders) {
    Judgement run() throws IOException {
        BandVaeBundle bundle = model.read(Family.BANDS, spec).bundle();
        BandTraining training = model.told(() -> BandTraining.like(bundle));
        BandCorpus corpus = CorpusInput.songs(spec.commandLine().getErr(), bundle.configuration(), folders);
        BandTraining divided = CorpusInput.divided(folders, () -> training.corpus(corpus));
        return Judgement.of(spec, model, bundle.card(), corpus.fingerprint(), () -> divided.judge(bundle));
    }
}
