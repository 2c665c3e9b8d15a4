package io.github.musicgen.models.training;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.evaluation.KindScore;
import io.github.musicgen.models.evaluation.ModelScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where training is, as JSON; numbers come back to the bit. */
final class TrainingStateJson {
    private TrainingStateJson() {}

    static Json.Fields of(TrainingState state) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("epoch", new Json.Whole(state.epoch()));
        fields.put("batch", new Json.Whole(state.batch()));
        fields.put("nats", new Json.Real(state.nats()));
        fields.put("learned", new Json.Real(state.learned()));
        fields.put("seconds", new Json.Real(state.seconds()));
        fields.put(
                "history",
                new Json.Items(
                        state.history().stream().map(TrainingStateJson::of).toList()));
        return new Json.Fields(fields);
    }

    private static Json of(EpochReport report) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("epoch", new Json.Whole(report.epoch()));
        fields.put("steps", new Json.Whole(report.steps()));
        fields.put("trainingNats", new Json.Real(report.trainingNats()));
        fields.put("learningRate", new Json.Real(report.learningRate()));
        fields.put("seconds", new Json.Real(report.seconds()));
        fields.put("melodies", new Json.Whole(report.validation().melodies()));
        fields.put("noteOns", of(report.validation().noteOns()));
        fields.put("noteOffs", of(report.validation().noteOffs()));
        fields.put("noEvents", of(report.validation().noEvents()));
        return new Json.Fields(fields);
    }

    private static Json of(KindScore score) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("steps", new Json.Whole(score.steps()));
        fields.put("nats", new Json.Real(score.nats()));
        fields.put("hits", new Json.Whole(score.hits()));
        return new Json.Fields(fields);
    }

    static TrainingState read(JsonPlace place) throws MalformedModelException {
        List<EpochReport> history = new ArrayList<>();
        for (JsonPlace item : place.field("history").items()) {
            history.add(report(item));
        }
        return new TrainingState(
                count(place, "epoch"),
                count(place, "batch"),
                place.field("nats").number(),
                place.field("learned").number(),
                place.field("seconds").number(),
                history);
    }

    private static EpochReport report(JsonPlace place) throws MalformedModelException {
        ModelScore validation = new ModelScore(
                count(place, "melodies"),
                score(place.field("noteOns")),
                score(place.field("noteOffs")),
                score(place.field("noEvents")));
        return new EpochReport(
                count(place, "epoch"),
                place.field("steps").whole(0, Long.MAX_VALUE),
                place.field("trainingNats").number(),
                validation,
                place.field("learningRate").number(),
                place.field("seconds").number());
    }

    private static KindScore score(JsonPlace place) throws MalformedModelException {
        return new KindScore(
                place.field("steps").whole(0, Long.MAX_VALUE),
                place.field("nats").number(),
                place.field("hits").whole(0, Long.MAX_VALUE));
    }

    private static int count(JsonPlace place, String name) throws MalformedModelException {
        return (int) place.field(name).whole(0, Integer.MAX_VALUE);
    }
}
