package io.github.musicgen.models.training.course;

import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusSplit;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a model learns from, and what it is watched and judged on.
 *
 * @param training what it learns
 * @param validation what tells when to stop
 * @param test what it is judged on at the end; may be empty
 * @param origin where the melodies come from, by name
 */
public record TrainingData(
        List<Melody> training, List<Melody> validation, List<Melody> test, Map<String, String> origin) {
    /** Copies the lists; refuses data of which nothing can be learned. */
    public TrainingData {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        origin = Map.copyOf(origin);
        requireSteps("training", training);
        requireSteps("validation", validation);
    }

    /**
     * The usual division of a corpus.
     *
     * @param corpus the corpus
     * @return its melodies
     * @throws UnusableCorpusException if it cannot be divided
     */
    public static TrainingData of(Corpus corpus) throws UnusableCorpusException {
        CorpusSplit split = corpus.split(SplitFractions.usual());
        return new TrainingData(
                CorpusSplit.melodies(split.training()),
                CorpusSplit.melodies(split.validation()),
                CorpusSplit.melodies(split.test()),
                Provenance.of(corpus));
    }

    /**
     * What the model had to do with.
     *
     * @return what it learned, and what told when to stop
     */
    public List<Melody> known() {
        return Stream.concat(training.stream(), validation.stream()).toList();
    }

    /**
     * Tells these melodies from any others.
     *
     * @return the fingerprints of both sides
     */
    public String fingerprint() {
        return Corpus.fingerprint(training) + ", " + Corpus.fingerprint(validation);
    }

    private static void requireSteps(String side, List<Melody> melodies) {
        if (melodies.stream().noneMatch(melody -> melody.length() > 1)) {
            throw new IllegalArgumentException("there must be a melody of two steps or more for " + side
                    + ", but there was none among " + melodies.size());
        }
    }
}
