package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.models.training.course.Provenance;
import io.github.musicgen.models.training.course.TrainingData;
import java.util.Map;
import java.util.TreeMap;

/** A trained model with all that is known of it on its card. */
final class Described {
    private Described() {}

    static TrainedModel of(TrainedModel trained, ModelCard card, TrainingOptions options, TrainingData data) {
        Bundle bundle = trained.bundle();
        long steps = trained.history().get(trained.bestEpoch() - 1).steps();
        Map<String, String> provenance = new TreeMap<>(card.provenance());
        provenance.putAll(
                Provenance.of(data.origin(), "melodies", data.training().size(), trained.bestEpoch(), steps));
        provenance.put("seed", Long.toString(options.seed()));
        provenance.put("training", options.toString());
        Map<String, Double> figures = new TreeMap<>(card.figures());
        figures.putAll(Figures.of(bundle, data));
        ModelCard full =
                new ModelCard(card.id(), card.description(), card.license(), card.attribution(), provenance, figures);
        return new TrainedModel(
                new Bundle(bundle.configuration(), bundle.tensors(), full, bundle.sampling(), bundle.golden()),
                trained.bestEpoch(),
                trained.history());
    }
}
