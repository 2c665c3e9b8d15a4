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
    /** How commands say where figures come from. */
    static final String DIVIDED =
            "The music that it learned is divided anew, as it was then, and what was kept from it tells how good it is. So the "
                    + "figures are those of its card (figuresAsOnCard), if it is the same music (corpusAsLearned). Of other music a "
                    + "tenth is taken, and may hold what it learned.";

    /** How they say what they print. */
    static final String PRINTS =
            "Prints the figures as JSON; \"musicgen info\" tells those of the card. What became of the files "
                    + "goes to standard error.";

    /** Judges, which takes up to some minutes. */
    static Judgement of(
            CommandSpec spec, ModelChoice model, ModelCard card, String corpus, Supplier<Map<String, Double>> judge) {
        StageProgress progress = StageProgress.of(spec);
        progress.show("judging " + model + " by what was kept from it");
        try {
            return new Judgement(model.toString(), card, corpus, judge.get());
        } finally {
            progress.end();
        }
    }

    /** Whether the music is that of a model's card. */
    static boolean isLearned(String fingerprint, ModelCard card) {
        return fingerprint.equals(card.provenance().get("corpus"));
    }

    Json toJson() {
        Map<String, Double> told = new TreeMap<>(card.figures());
        told.keySet().retainAll(figures.keySet());
        return new Json()
                .put("model", model)
                .put("corpus", corpus)
                .put("corpusAsLearned", isLearned(corpus, card))
                .put("figures", figures)
                .put("figuresAsOnCard", told.equals(figures));
    }
}
