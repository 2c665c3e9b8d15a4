package io.github.musicgen.examples.web.duet;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.explain.ExplainedStep;
import io.github.musicgen.api.explain.ExplainedStep.Alternative;
import io.github.musicgen.api.explain.Explanation;
import io.github.musicgen.examples.web.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What a model considered, in steps of the turn that it answered. */
final class DuetExplanation {
    private static final double LEAST_SHARE = 0.01;

    private final Generator generator;
    private final Turn turn;
    private final Context context;

    DuetExplanation(Generator generator, Turn turn, Context context) {
        this.generator = generator;
        this.turn = turn;
        this.context = context;
    }

    Map<String, @Nullable Object> toJson(Explanation explanation) {
        boolean attends = generator.bundle().configuration().attention().isPresent();
        return Json.object(
                "type", "explanation",
                "turn", turn.number(),
                "model", turn.asking().model(),
                "attention", attends,
                "steps",
                        explanation.steps().stream()
                                .limit(turn.made())
                                .map(step -> step(step, explanation.stepsBefore()))
                                .toList(),
                "phrase", new HeardPhrase(generator, context).toJson(),
                "before", context.beforeToJson());
    }

    private Map<String, @Nullable Object> step(ExplainedStep step, int stepsBefore) {
        return Json.object(
                "index", step.index(),
                "event", step.event(),
                "surprise", step.surprise(),
                "alternatives",
                        step.alternatives().stream()
                                .map(DuetExplanation::alternative)
                                .toList(),
                "attention", attention(step),
                "repeatOf", repeatOf(step, stepsBefore));
    }

    private static Map<String, @Nullable Object> alternative(Alternative alternative) {
        return Json.object(
                "event", alternative.event(),
                "repeat", orNull(alternative.repeat()),
                "before", alternative.before(),
                "after", alternative.after(),
                "chosen", alternative.chosen());
    }

    private List<Map<String, @Nullable Object>> attention(ExplainedStep step) {
        List<Map<String, @Nullable Object>> told = new ArrayList<>();
        int here = turn.answerStart() + step.index();
        for (int age = 0; age < step.attention().size(); age++) {
            float share = step.attention().get(age);
            if (share >= LEAST_SHARE) {
                told.add(Json.object("step", here - 1 - age, "share", share));
            }
        }
        return told;
    }

    /** The library counts from the start of the melody that the model was shown, which ends where the answer begins. */
    private @Nullable Integer repeatOf(ExplainedStep step, int stepsBefore) {
        OptionalInt source = step.repeatOf();
        return source.isPresent() ? turn.answerStart() + source.getAsInt() - stepsBefore : null;
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }
}
