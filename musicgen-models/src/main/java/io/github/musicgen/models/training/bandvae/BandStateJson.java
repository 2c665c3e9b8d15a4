package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the training of a band is, as JSON; numbers come back to the bit. */
final class BandStateJson {
    private BandStateJson() {}

    static Json of(BandState state) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("stage", new Json.Whole(state.stage()));
        fields.put("epoch", new Json.Whole(state.epoch()));
        fields.put("batch", new Json.Whole(state.batch()));
        fields.put("steps", new Json.Whole(state.steps()));
        fields.put("total", new Json.Whole(state.total()));
        fields.put("cost", new Json.Real(state.cost()));
        fields.put("learned", new Json.Whole(state.learned()));
        fields.put("seconds", new Json.Real(state.seconds()));
        fields.put(
                "memory",
                new Json.Items(state.memory().stream().<Json>map(Json.Real::new).toList()));
        fields.put(
                "history",
                new Json.Items(state.history().stream().map(BandStateJson::of).toList()));
        return new Json.Fields(fields);
    }

    private static Json of(BandEpoch epoch) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("stage", new Json.Whole(epoch.stage()));
        fields.put("network", new Json.Text(epoch.network()));
        fields.put("epoch", new Json.Whole(epoch.epoch()));
        fields.put("steps", new Json.Whole(epoch.steps()));
        fields.put("training", new Json.Real(epoch.training()));
        fields.put("validation", new Json.Real(epoch.validation()));
        fields.put("learningRate", new Json.Real(epoch.learningRate()));
        fields.put("seconds", new Json.Real(epoch.seconds()));
        return new Json.Fields(fields);
    }

    static BandState read(JsonPlace place) throws MalformedModelException {
        List<Double> memory = new ArrayList<>();
        for (JsonPlace item : place.field("memory").items()) {
            memory.add(item.number());
        }
        List<BandEpoch> history = new ArrayList<>();
        for (JsonPlace item : place.field("history").items()) {
            history.add(epoch(item));
        }
        return new BandState(
                (int) place.field("stage").whole(0, Integer.MAX_VALUE),
                (int) place.field("epoch").whole(0, Integer.MAX_VALUE),
                (int) place.field("batch").whole(0, Integer.MAX_VALUE),
                place.field("steps").whole(0, Long.MAX_VALUE),
                place.field("total").whole(0, Long.MAX_VALUE),
                place.field("cost").number(),
                place.field("learned").whole(0, Long.MAX_VALUE),
                place.field("seconds").number(),
                memory,
                history);
    }

    private static BandEpoch epoch(JsonPlace place) throws MalformedModelException {
        return new BandEpoch(
                (int) place.field("stage").whole(0, Integer.MAX_VALUE),
                place.field("network").text(),
                (int) place.field("epoch").whole(0, Integer.MAX_VALUE),
                place.field("steps").whole(0, Long.MAX_VALUE),
                place.field("training").number(),
                place.field("validation").number(),
                place.field("learningRate").number(),
                place.field("seconds").number());
    }
}
