package io.github.musicgen.api.bundle;

import io.github.musicgen.api.codec.SamplingJson;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The golden section of a space of melodies or of drums as JSON. */
final class MelodyVaeGoldenJson {
    private static final String MELODY = "melody";
    private static final String MEAN = "mean";
    private static final String DEVIATION = "deviation";
    private static final String SAMPLING = "sampling";
    private static final String SEED = "seed";
    private static final String SCORES = "scores";
    private static final String EVENTS = "events";

    private MelodyVaeGoldenJson() {}

    static Json of(MelodyVaeGolden golden) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(MELODY, GoldenJson.of(golden.melody()));
        fields.put(MEAN, Json.of(golden.mean().values()));
        fields.put(DEVIATION, Json.of(golden.deviation().values()));
        fields.put(SAMPLING, SamplingJson.of(golden.sampling()));
        fields.put(SEED, new Json.Whole(golden.seed()));
        fields.put(
                SCORES,
                new Json.Items(
                        golden.scores().stream().<Json>map(GoldenJson::of).toList()));
        fields.put(EVENTS, GoldenJson.of(golden.events()));
        return new Json.Fields(fields);
    }

    static MelodyVaeGolden read(JsonPlace place, MelodyVaeConfiguration configuration) throws MalformedModelException {
        int highest =
                configuration.vocabulary().event(configuration.vocabulary().size() - 1);
        List<Integer> melody = GoldenJson.events(place.field(MELODY), highest);
        if (!MelodyVaeGolden.fits(melody, configuration)) {
            throw place.field(MELODY).malformed(configuration.contents().word() + " of the model", melody.toString());
        }
        List<JsonPlace> steps = place.field(SCORES).items();
        if (steps.size() > configuration.steps()) {
            throw place.field(SCORES).malformed("at most " + configuration.steps(), String.valueOf(steps.size()));
        }
        List<Answer> scores = new ArrayList<>();
        for (JsonPlace step : steps) {
            scores.add(GoldenJson.answer(step));
        }
        return new MelodyVaeGolden(
                melody,
                vector(place.field(MEAN)),
                vector(place.field(DEVIATION)),
                SamplingJson.read(place.field(SAMPLING)),
                place.field(SEED).whole(Long.MIN_VALUE, Long.MAX_VALUE),
                scores,
                GoldenJson.events(place.field(EVENTS), highest));
    }

    private static LatentVector vector(JsonPlace place) throws MalformedModelException {
        try {
            return LatentVector.of(GoldenJson.floats(place.items()));
        } catch (IllegalArgumentException e) {
            throw place.malformed("a vector", String.valueOf(e.getMessage()));
        }
    }
}
