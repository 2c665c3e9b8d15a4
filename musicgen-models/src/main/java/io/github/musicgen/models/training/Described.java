package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.models.training.course.Provenance;
import io.github.musicgen.models.training.course.TrainingData;
import java.util.Map;

/** A trained model with all that is known of it on its card. */
final class Described {
    private Described() {}

    static TrainedModel of(TrainedModel trained, ModelCard card, TrainingOptions options, TrainingData data) {
        Bundle bundle = trained.bundle();
        long steps = trained.history().get(trained.bestEpoch() - 1).steps();
        Map<String, String> learned =
                Provenance.of(data.origin(), "melodies", data.training().size(), trained.bestEpoch(), steps);
        ModelCard full = Provenance.onCard(card, learned, options.seed(), options.toString(), Figures.of(bundle, data));
        return new TrainedModel(
                new Bundle(bundle.configuration(), bundle.tensors(), full, bundle.sampling(), bundle.golden()),
                trained.bestEpoch(),
                trained.history());
    }
}
