package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.json.Json;
import io.github.musicgen.models.evaluation.copying.CopiedRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** An evaluation for programs. What is not a number is left out. */
final class EvaluationJson {
    private final Map<String, Json> fields = new LinkedHashMap<>();

    private EvaluationJson() {}

    static Json.Fields of(Evaluation evaluation) {
        EvaluationJson json = new EvaluationJson();
        json.put("pieces", evaluation.pieces());
        json.put(evaluation.score());
        json.fields.put("bestNgram", nGram(evaluation.nGram()));
        evaluation.comparison().ifPresent(json::putSummary);
        evaluation.copying().ifPresent(json::put);
        evaluation.comparison().ifPresent(json::putDetails);
        return json.toFields();
    }

    private void put(ModelScore score) {
        put("melodies", score.melodies());
        put("steps", score.steps());
        put("natsPerStep", score.natsPerStep());
        put("perplexity", score.perplexity());
        put("eventNats", score.events().natsPerStep());
        put("natsPerEvent", score.natsPerEvent());
        put("accuracy", score.accuracy());
        put("eventAccuracy", score.eventAccuracy());
        put("noteOnAccuracy", score.noteOnAccuracy());
        put("noEventAccuracy", score.noEventAccuracy());
    }

    private static Json.Fields nGram(NGramScore score) {
        EvaluationJson json = new EvaluationJson();
        json.put("order", score.bestOrder());
        json.put("natsPerStep", score.bestNatsPerStep());
        return json.toFields();
    }

    private void putSummary(MusicComparison comparison) {
        put("overlap", comparison.overlap());
        put("overlapHeldOut", comparison.overlapHeldOut());
        put("klDivergence", comparison.klDivergence());
        put("klDivergenceHeldOut", comparison.klDivergenceHeldOut());
    }

    private void put(Copying copying) {
        put("longestCopy", copying.longest());
        put("longestCopyHeldOut", copying.longestHeldOut());
        put("knownMelodies", copying.knownMelodies());
    }

    private void put(String name, CopiedRun run) {
        put(name, run.notes());
        if (run.notes() > 0) {
            fields.put(name + "Piece", Json.ofAny(run.piece()));
        }
    }

    private void putDetails(MusicComparison comparison) {
        EvaluationJson features = new EvaluationJson();
        comparison.features().forEach((feature, overlap) -> features.fields.put(feature.word(), of(overlap)));
        fields.put("features", features.toFields());
        EvaluationJson metrics = new EvaluationJson();
        comparison.metrics().forEach((metric, numbers) -> metrics.fields.put(metric.word(), of(numbers)));
        fields.put("metrics", metrics.toFields());
    }

    private static Json.Fields of(FeatureOverlap overlap) {
        EvaluationJson json = new EvaluationJson();
        json.put("overlap", overlap.generated().overlapArea());
        json.put("overlapHeldOut", overlap.heldOut().overlapArea());
        json.put("klDivergence", overlap.generated().klDivergence());
        json.put("klDivergenceHeldOut", overlap.heldOut().klDivergence());
        return json.toFields();
    }

    private static Json.Fields of(MetricComparison numbers) {
        EvaluationJson json = new EvaluationJson();
        json.put("generated", numbers.generated());
        json.put("heldOut", numbers.heldOut());
        json.put("pValue", numbers.pValue());
        return json.toFields();
    }

    private void put(String name, long number) {
        fields.put(name, new Json.Whole(number));
    }

    private void put(String name, double number) {
        if (Double.isFinite(number)) {
            fields.put(name, new Json.Real(number));
        }
    }

    private Json.Fields toFields() {
        return new Json.Fields(fields);
    }
}
