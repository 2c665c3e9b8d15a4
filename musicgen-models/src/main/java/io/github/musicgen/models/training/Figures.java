package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.models.evaluation.ModelMelodies;
import io.github.musicgen.models.evaluation.ModelScore;
import io.github.musicgen.models.evaluation.NGramScore;
import io.github.musicgen.models.training.course.TrainingData;
import java.util.Map;
import java.util.TreeMap;

/** What a model can do on melodies that had no say in its making, beside the best n-gram of the same melodies. */
final class Figures {
    private Figures() {}

    static Map<String, Double> of(Bundle trained, TrainingData data) {
        Map<String, Double> figures = new TreeMap<>();
        MelodyRnn model = trained.model(Engine.portable());
        figures.put(
                "validationNatsPerStep", ModelScore.of(model, data.validation()).natsPerStep());
        if (data.test().stream().anyMatch(melody -> melody.length() > 1)) {
            ModelScore score = ModelScore.of(model, data.test());
            NGramScore ngram = NGramScore.heldOut(new ModelMelodies(model.configuration()), data.known(), data.test());
            figures.put("testNatsPerStep", score.natsPerStep());
            figures.put("testAccuracy", score.accuracy());
            figures.put("testEventAccuracy", score.eventAccuracy());
            figures.put("testBestNgramNatsPerStep", ngram.bestNatsPerStep());
            figures.put("testBestNgramOrder", (double) ngram.bestOrder());
        }
        return figures;
    }
}
