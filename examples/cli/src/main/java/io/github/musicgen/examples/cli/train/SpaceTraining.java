package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.training.LatentTraining;
import io.github.musicgen.models.training.LatentTrainingOptions;
import io.github.musicgen.models.training.TrainedLatentModel;
import io.github.musicgen.models.training.Training;
import io.github.musicgen.models.training.TrainingDivergedException;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** What the command that trains spaces does, apart from it: a command's own class is loaded by all others. */
final class SpaceTraining {
    private final CommandSpec spec;
    private final MelodyVaeConfiguration configuration;
    private final LatentTrainingOptions options;
    private final CorpusOptions corpusOptions;

    SpaceTraining(CommandSpec spec, CorpusChoice corpus, SpaceTrainingChoice choice) {
        this.spec = spec;
        configuration = Usage.checked(spec, () -> configuration(choice));
        options = Usage.checked(spec, () -> options(choice));
        corpusOptions = CorpusInput.options(spec, corpus, configuration.stepsPerQuarter());
    }

    private static MelodyVaeConfiguration configuration(SpaceTrainingChoice choice) {
        return MelodyVaeConfiguration.small()
                .withName(choice.bars + "bar")
                .withBars(choice.bars)
                .withEncoder(new EncoderLayers(choice.barEncoder, choice.encoder))
                .withDecoder(new DecoderLayers(choice.conductor, choice.decoder))
                .withLatentSize(choice.latent)
                .withRange(Pitch.parse(choice.range.get(0)), Pitch.parse(choice.range.get(1)) + 1);
    }

    private LatentTrainingOptions options(SpaceTrainingChoice choice) {
        return LatentTrainingOptions.usual().toBuilder()
                .beta(choice.beta)
                .freeBits(choice.freeBits)
                .samplingRate(choice.samplingRate)
                .batchSize(choice.batch)
                .learningRate(choice.learningRate)
                .epochs(choice.epochs)
                .patience(choice.patience)
                .augmentation(CorpusInput.transposed(
                        choice.transpose,
                        configuration.melodies().minPitch(),
                        configuration.melodies().maxPitch()))
                .seed(choice.seed)
                .build();
    }

    void run(CorpusChoice choice, ModelCard card, Precision precision, Path output, Path checkpoints)
            throws IOException {
        Training.requireNoOther(checkpoints);
        Corpus corpus = new CorpusInput(spec, corpusOptions).read(choice, null);
        LatentTraining training = CorpusInput.divided(
                choice.folders, () -> LatentTraining.of(configuration).corpus(corpus));
        try (SpaceConsole console = SpaceConsole.of(spec)) {
            TrainedLatentModel trained = training.options(options)
                    .card(card)
                    .precision(precision)
                    .checkpoints(checkpoints)
                    .progress(console)
                    .run();
            trained.bundle().write(output, precision);
        } catch (TrainingDivergedException diverged) {
            throw new IOException(diverged.getMessage(), diverged);
        }
    }

    /** Removes what a training that has ended needs no more. */
    void deleteCheckpoints(Path folder) throws IOException {
        Training.deleteCheckpoints(folder);
    }
}
