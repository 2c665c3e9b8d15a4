package io.github.musicgen.api.bundle;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The golden section of a band as JSON. */
final class BandVaeGoldenJson {
    private static final String ANSWERS = "answers";

    private BandVaeGoldenJson() {}

    static Json of(BandVaeGolden golden) {
        List<Json> answers = new ArrayList<>();
        golden.answers().forEach(answer -> answers.add(GoldenJson.of(answer)));
        return new Json.Fields(Map.of(ANSWERS, new Json.Items(answers)));
    }

    static BandVaeGolden read(JsonPlace place) throws MalformedModelException {
        List<Answer> answers = new ArrayList<>();
        for (JsonPlace answer : place.field(ANSWERS).items()) {
            answers.add(GoldenJson.answer(answer));
        }
        return new BandVaeGolden(answers);
    }
}
