package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.drums.DrumPiece;
import io.github.musicgen.models.corpus.drums.DrumSplit;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.evaluation.melodyvae.LatentDraws;
import io.github.musicgen.models.evaluation.melodyvae.LatentMelodies;
import io.github.musicgen.models.training.course.TrainingData;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.Stretch;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a space learns from, and what it is watched and judged on, cut to its length.
 *
 * @param contents what it is made of
 * @param training what it learns
 * @param validation what tells when to stop
 * @param test what it is judged on at the end; may be empty
 * @param origin where the stretches come from, by name
 */
record LatentData<T extends Stretch<T>>(
        LearnedContents<T> contents, List<T> training, List<T> validation, List<T> test, Map<String, String> origin) {
    LatentData {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        origin = Map.copyOf(origin);
    }

    static LatentData<Melody> of(Corpus corpus, MelodyVaeConfiguration configuration) throws UnusableCorpusException {
        TrainingData data = TrainingData.of(corpus);
        try {
            return of(data, configuration);
        } catch (IllegalArgumentException lacking) {
            throw new UnusableCorpusException(String.valueOf(lacking.getMessage()), Optional.of(corpus.report()));
        }
    }

    static LatentData<Melody> of(TrainingData data, MelodyVaeConfiguration configuration) {
        return new LatentData<>(
                new LearnedMelodies(),
                cut("training", data.training(), configuration),
                cut("validation", data.validation(), configuration),
                new LatentMelodies(configuration).of(data.test()),
                data.origin());
    }

    private static List<Melody> cut(String side, List<Melody> melodies, MelodyVaeConfiguration configuration) {
        List<Melody> cut = new LatentMelodies(configuration).of(melodies);
        if (cut.isEmpty()) {
            throw new IllegalArgumentException(
                    "there must be a stretch of " + configuration.barsInWords() + " of 4/4 with a note for " + side
                            + ", but there was none in "
                            + (melodies.size() == 1 ? "1 melody" : melodies.size() + " melodies"));
        }
        return cut;
    }

    static LatentData<DrumPattern> of(
            DrumSplit split, Map<String, String> origin, MelodyVaeConfiguration configuration) {
        return new LatentData<>(
                new LearnedDrums(configuration.stepsPerQuarter()),
                stretches("training", split.training(), configuration),
                stretches("validation", split.validation(), configuration),
                split.test().isEmpty() ? List.of() : stretches("the test", split.test(), configuration),
                origin);
    }

    /** Stretches of other bars would be taken for those of this space. */
    private static List<DrumPattern> stretches(
            String side, List<DrumPiece> pieces, MelodyVaeConfiguration configuration) {
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("there must be a piece with drums for " + side + ", but there was none");
        }
        List<DrumPattern> stretches = DrumSplit.stretches(pieces);
        for (DrumPattern stretch : stretches) {
            if (stretch.length() != configuration.steps() || stretch.stepsPerBar() != configuration.stepsPerBar()) {
                throw new IllegalArgumentException("drums must be in stretches of " + configuration.bars()
                        + " bars of " + configuration.stepsPerBar() + " steps, but one has " + stretch.length()
                        + " steps in bars of " + stretch.stepsPerBar());
            }
        }
        return stretches;
    }

    /** What is learned, with what is made of it besides. */
    LatentBatches learned(MelodyVaeConfiguration configuration, Augmentation augmentation, int batchSize) {
        return new LatentBatches(
                contents.augmented(training, augmentation), configuration, batchSize, contents::inEpoch);
    }

    /** What tells when to stop, as it is. */
    LatentBatches watched(MelodyVaeConfiguration configuration, int batchSize) {
        return new LatentBatches(validation, configuration, batchSize, (classes, random) -> classes);
    }

    /** Tells these stretches from any others. */
    String fingerprint() {
        return contents.fingerprint(training) + ", " + contents.fingerprint(validation);
    }

    /** How much what a model draws is like what it is judged on. */
    LatentDraws draws(MelodyVae model, SamplingOptions sampling, long seed) {
        return contents.draws(model, sampling, test, seed);
    }
}
