package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.StageProgress;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What came out when a model was judged again, beside what its card says.
 *
 * @param model what it was called
 * @param card of the model
 * @param corpus the fingerprint of the music that it was judged by
 * @param figures by name
 */
record Judgement(String model, ModelCard card, String corpus, Map<String, Double> figures) {
    /** Judges, which takes up to some minutes. */
    static Map<String, Double> figures(CommandSpec spec, ModelChoice model, Supplier<Map<String, Double>> judge) {
        StageProgress progress = StageProgress.of(spec);
        progress.show("judging " + model + " by what was kept from it");
        try {
            return judge.get();
        } finally {
            progress.end();
        }
    }

    Json toJson() {
        Map<String, Double> told = new TreeMap<>(card.figures());
        told.keySet().retainAll(figures.keySet());
        return new Json()
                .put("model", model)
                .put("corpus", corpus)
                .put("corpusAsLearned", corpus.equals(card.provenance().get("corpus")))
                .put("figures", figures)
                .put("figuresAsOnCard", told.equals(figures));
    }
}
