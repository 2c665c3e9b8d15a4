package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.models.layers.sequence.AutoencoderLoss;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the training of a space of melodies is, as JSON; numbers come back to the bit. */
final class LatentStateJson {
    private LatentStateJson() {}

    static Json of(LatentState state) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("epoch", new Json.Whole(state.epoch()));
        fields.put("batch", new Json.Whole(state.batch()));
        fields.put("steps", new Json.Whole(state.steps()));
        fields.put("cost", new Json.Real(state.cost()));
        fields.put("learned", new Json.Whole(state.learned()));
        fields.put("seconds", new Json.Real(state.seconds()));
        fields.put(
                "history",
                new Json.Items(state.history().stream().map(LatentStateJson::of).toList()));
        return new Json.Fields(fields);
    }

    private static Json of(LatentEpoch report) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("epoch", new Json.Whole(report.epoch()));
        fields.put("steps", new Json.Whole(report.steps()));
        fields.put("training", new Json.Real(report.training()));
        fields.put("reconstruction", new Json.Real(report.validation().reconstruction()));
        fields.put("divergence", new Json.Real(report.validation().divergence()));
        fields.put("total", new Json.Real(report.validation().total()));
        fields.put("hits", new Json.Real(report.validation().hits()));
        fields.put("learningRate", new Json.Real(report.learningRate()));
        fields.put("seconds", new Json.Real(report.seconds()));
        return new Json.Fields(fields);
    }

    static LatentState read(JsonPlace place) throws MalformedModelException {
        List<LatentEpoch> history = new ArrayList<>();
        for (JsonPlace item : place.field("history").items()) {
            history.add(epoch(item));
        }
        return new LatentState(
                (int) place.field("epoch").whole(0, Integer.MAX_VALUE),
                (int) place.field("batch").whole(0, Integer.MAX_VALUE),
                place.field("steps").whole(0, Long.MAX_VALUE),
                place.field("cost").number(),
                place.field("learned").whole(0, Long.MAX_VALUE),
                place.field("seconds").number(),
                history);
    }

    private static LatentEpoch epoch(JsonPlace place) throws MalformedModelException {
        AutoencoderLoss validation = new AutoencoderLoss(
                place.field("reconstruction").number(),
                place.field("divergence").number(),
                place.field("total").number(),
                place.field("hits").number());
        return new LatentEpoch(
                (int) place.field("epoch").whole(1, Integer.MAX_VALUE),
                place.field("steps").whole(0, Long.MAX_VALUE),
                place.field("training").number(),
                validation,
                place.field("learningRate").number(),
                place.field("seconds").number());
    }
}
