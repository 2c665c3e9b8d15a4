package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Values that other programs gave: {@code docs/cross-check/evaluation.py} with MusPy 2e1dc66, MGEval 1059c5a and SciPy 1.17.1.
 */
public final class Reference {
    private Reference() {}

    /** Melodies, and what MusPy and MGEval say of them. */
    public static List<JsonPlace> melodies() throws IOException {
        return read().field("melodies").items();
    }

    /** Pairs of samples, and what SciPy says of their densities. */
    public static List<JsonPlace> densities() throws IOException {
        return read().field("densities").items();
    }

    private static JsonPlace read() throws IOException {
        try (InputStream stream = Reference.class.getResourceAsStream("reference.json")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return JsonPlace.of("reference", JsonReader.read("reference", text));
        }
    }

    public static Melody melody(JsonPlace place) throws MalformedModelException {
        int[] events = Arrays.stream(place.field("events").wholes())
                .mapToInt(Math::toIntExact)
                .toArray();
        return Melody.of(events).withMeter((int) place.field("stepsPerBar").whole(1, 99), 4);
    }

    /** A number, or several; null is not a number. */
    public static double[] numbers(JsonPlace place) throws MalformedModelException {
        if (!(place.value() instanceof Json.Items)) {
            return new double[] {number(place)};
        }
        List<JsonPlace> items = place.items();
        double[] numbers = new double[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(items.get(i));
        }
        return numbers;
    }

    private static double number(JsonPlace place) throws MalformedModelException {
        return place.value() instanceof Json.Null ? Double.NaN : place.number();
    }
}
