package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.examples.cli.model.Family;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.drums.DrumCorpus;
import io.github.musicgen.models.evaluation.Extraction;
import io.github.musicgen.models.training.melodyvae.LatentTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** What the command that evaluates spaces does, apart from it: a command's own class is loaded by all others. */
record SpaceEvaluation(CommandSpec spec, ModelChoice model, List<Path> folders) {
    Judgement run() throws IOException {
        MelodyVaeBundle bundle = model.read(Family.SPACES, spec).bundle();
        return bundle.configuration().contents() instanceof LatentContents.Drums ? ofDrums(bundle) : ofMelodies(bundle);
    }

    private Judgement ofDrums(MelodyVaeBundle bundle) throws IOException {
        MelodyVaeConfiguration configuration = bundle.configuration();
        DrumCorpus corpus = CorpusInput.drums(spec.commandLine().getErr(), configuration, folders);
        LatentTraining training = CorpusInput.divided(
                folders, () -> LatentTraining.of(configuration).drums(corpus));
        return judged(bundle, corpus.fingerprint(), training);
    }

    private Judgement ofMelodies(MelodyVaeBundle bundle) throws IOException {
        Extraction extraction = model.told(() -> Extraction.of(bundle));
        Corpus corpus = new CorpusInput(spec, extraction.options()).read(folders);
        LatentTraining training = CorpusInput.divided(
                folders, () -> LatentTraining.of(bundle.configuration()).corpus(corpus));
        return judged(bundle, corpus.fingerprint(), training);
    }

    private Judgement judged(MelodyVaeBundle bundle, String corpus, LatentTraining divided) {
        return Judgement.of(spec, model, bundle.card(), corpus, () -> divided.judge(bundle));
    }
}
