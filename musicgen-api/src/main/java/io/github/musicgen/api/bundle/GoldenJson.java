package io.github.musicgen.api.bundle;

import io.github.musicgen.api.codec.SamplingJson;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A golden section as JSON. */
final class GoldenJson {
    private static final String PRIMER = "primer";
    private static final String SAMPLING = "sampling";
    private static final String SEED = "seed";
    private static final String SCORES = "scores";
    private static final String EVENTS = "events";

    /** More says nothing more, and a file shall not make anybody run a network for long. */
    private static final int MAX_EVENTS = 4096;

    private GoldenJson() {}

    static Json.Fields of(Golden golden) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(PRIMER, of(golden.primer()));
        fields.put(SAMPLING, SamplingJson.of(golden.sampling()));
        fields.put(SEED, new Json.Whole(golden.seed()));
        fields.put(
                SCORES,
                new Json.Items(
                        golden.scores().stream().<Json>map(GoldenJson::of).toList()));
        fields.put(EVENTS, of(golden.events()));
        return new Json.Fields(fields);
    }

    static Json of(List<Integer> events) {
        return new Json.Items(events.stream().<Json>map(Json.Whole::new).toList());
    }

    static Golden read(JsonPlace place, MelodyRnnConfiguration configuration) throws MalformedModelException {
        List<Integer> events = events(place.field(EVENTS), configuration);
        List<JsonPlace> steps = bounded(place.field(SCORES));
        if (steps.size() > events.size()) {
            throw place.field(SCORES)
                    .malformed("at most as many as events, " + events.size(), String.valueOf(steps.size()));
        }
        List<Answer> scores = new ArrayList<>();
        for (JsonPlace step : steps) {
            scores.add(answer(step));
        }
        List<Integer> primer = events(place.field(PRIMER), configuration);
        if (primer.isEmpty()) {
            throw place.field(PRIMER).malformed("an event or more", "none");
        }
        return new Golden(
                primer,
                SamplingJson.read(place.field(SAMPLING)),
                place.field(SEED).whole(Long.MIN_VALUE, Long.MAX_VALUE),
                scores,
                events);
    }

    private static List<JsonPlace> bounded(JsonPlace place) throws MalformedModelException {
        List<JsonPlace> items = place.items();
        if (items.size() > MAX_EVENTS) {
            throw place.malformed("at most " + MAX_EVENTS, String.valueOf(items.size()));
        }
        return items;
    }

    static Json of(Answer answer) {
        return Json.of(answer.numbers());
    }

    static Answer answer(JsonPlace place) throws MalformedModelException {
        return Answer.of(floats(place.items()));
    }

    static float[] floats(List<JsonPlace> items) throws MalformedModelException {
        float[] values = new float[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) items.get(i).number();
        }
        return values;
    }

    private static List<Integer> events(JsonPlace place, MelodyRnnConfiguration configuration)
            throws MalformedModelException {
        List<Integer> events = events(place, configuration.maxPitch() - 1);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) >= Pitch.MIN && events.get(i) < configuration.minPitch()) {
                throw place.items()
                        .get(i)
                        .malformed("a pitch from " + configuration.minPitch() + " on", String.valueOf(events.get(i)));
            }
        }
        return events;
    }

    static List<Integer> events(JsonPlace place, int highest) throws MalformedModelException {
        List<Integer> events = new ArrayList<>();
        for (JsonPlace event : bounded(place)) {
            events.add((int) event.whole(Melody.NO_EVENT, highest));
        }
        return events;
    }
}
