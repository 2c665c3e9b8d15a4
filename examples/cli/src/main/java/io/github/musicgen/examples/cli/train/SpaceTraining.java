package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.drums.DrumCorpus;
import io.github.musicgen.models.training.Training;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.models.training.melodyvae.LatentTraining;
import io.github.musicgen.models.training.melodyvae.LatentTrainingOptions;
import io.github.musicgen.models.training.melodyvae.TrainedLatentModel;
import io.github.musicgen.representation.sequence.Pitch;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the command that trains spaces does, apart from it: a command's own class is loaded by all others. */
final class SpaceTraining {
    private final CommandSpec spec;
    private final MelodyVaeConfiguration configuration;
    private final LatentTrainingOptions options;
    private final CorpusOptions corpusOptions;

    SpaceTraining(CommandSpec spec, CorpusChoice corpus, SpaceTrainingChoice choice) {
        this.spec = spec;
        requireNoneOfMelodies(choice);
        configuration = Usage.checked(spec, () -> configuration(choice));
        options = Usage.checked(spec, () -> options(choice));
        corpusOptions = CorpusInput.options(spec, corpus, configuration.stepsPerQuarter());
    }

    private static MelodyVaeConfiguration configuration(SpaceTrainingChoice choice) {
        MelodyVaeConfiguration contents = choice.drums
                ? MelodyVaeConfiguration.smallDrums().withName(choice.bars + "bar-drums")
                : MelodyVaeConfiguration.small()
                        .withName(choice.bars + "bar")
                        .withRange(Pitch.parse(choice.range.get(0)), Pitch.parse(choice.range.get(1)) + 1);
        return contents.withBars(choice.bars)
                .withEncoder(new EncoderLayers(choice.barEncoder, choice.encoder))
                .withDecoder(new DecoderLayers(choice.conductor, choice.decoder))
                .withLatentSize(choice.latent);
    }

    private void requireNoneOfMelodies(SpaceTrainingChoice choice) {
        for (String option : SpaceTrainingChoice.OF_MELODIES) {
            if (choice.drums && spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(
                        spec.commandLine(), option + " is for melodies, and means nothing to --drums");
            }
        }
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
                .augmentation(choice.drums ? Augmentation.none() : transposed(choice.transpose))
                .seed(choice.seed)
                .build();
    }

    private Augmentation transposed(int semitones) {
        LatentContents.Melodies melodies = configuration.melodies();
        return CorpusInput.transposed(semitones, melodies.minPitch(), melodies.maxPitch());
    }

    void run(CorpusChoice choice, ModelCard card, Precision precision, Path output, Path checkpoints)
            throws IOException {
        Training.requireNoOther(checkpoints);
        LatentTraining training = training(choice);
        try (SpaceConsole console = SpaceConsole.of(spec, configuration.contents())) {
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

    private LatentTraining training(CorpusChoice choice) throws IOException {
        LatentTraining training = LatentTraining.of(configuration);
        if (configuration.contents() instanceof LatentContents.Drums) {
            DrumCorpus drums = CorpusInput.drums(spec.commandLine().getErr(), configuration, choice.folders);
            return CorpusInput.divided(choice.folders, () -> training.drums(drums));
        }
        Corpus corpus = new CorpusInput(spec, corpusOptions).read(choice, null);
        return CorpusInput.divided(choice.folders, () -> training.corpus(corpus));
    }

    /** Removes what a training that has ended needs no more. */
    void deleteCheckpoints(Path folder) throws IOException {
        Training.deleteCheckpoints(folder);
    }
}
