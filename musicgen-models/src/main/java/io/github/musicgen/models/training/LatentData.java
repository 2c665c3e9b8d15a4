package io.github.musicgen.models.training;

import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.UnusableCorpusException;
import io.github.musicgen.models.evaluation.LatentMelodies;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a space of melodies learns from, and what it is watched and judged on, cut to its length.
 *
 * @param training what it learns
 * @param validation what tells when to stop
 * @param test what it is judged on at the end; may be empty
 * @param origin where the melodies come from, by name
 */
record LatentData(List<Melody> training, List<Melody> validation, List<Melody> test, Map<String, String> origin) {
    LatentData {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        origin = Map.copyOf(origin);
    }

    static LatentData of(Corpus corpus, MelodyVaeConfiguration configuration) throws UnusableCorpusException {
        TrainingData data = TrainingData.of(corpus);
        try {
            return of(data, configuration);
        } catch (IllegalArgumentException lacking) {
            throw new UnusableCorpusException(String.valueOf(lacking.getMessage()), Optional.of(corpus.report()));
        }
    }

    static LatentData of(TrainingData data, MelodyVaeConfiguration configuration) {
        return new LatentData(
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

    /** What is learned, with what is made of it besides. */
    List<Melody> learned(Augmentation augmentation) {
        return training.stream()
                .flatMap(melody -> augmentation.apply(melody).stream())
                .filter(melody -> melody.length() == training.get(0).length())
                .toList();
    }

    /** Tells these melodies from any others. */
    String fingerprint() {
        return Corpus.fingerprint(training) + ", " + Corpus.fingerprint(validation);
    }
}
