package io.github.musicgen.models.corpus;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.representation.melody.ExtractionOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The options of a corpus as JSON: what a model records of how its corpus was read, so that others are read the same way. */
public final class CorpusOptionsJson {
    /** The name under which the provenance of a model holds this text. */
    public static final String PROVENANCE_NAME = "extraction";

    private static final int PITCHES = 128;

    private CorpusOptionsJson() {}

    /**
     * Tells how the corpus of a model was read.
     *
     * @param provenance of the model's card
     * @return the options, if they were recorded
     * @throws MalformedModelException if what was recorded is no options
     */
    public static Optional<CorpusOptions> recorded(Map<String, String> provenance) throws MalformedModelException {
        String text = provenance.get(PROVENANCE_NAME);
        if (text == null) {
            return Optional.empty();
        }
        String part = "provenance, " + PROVENANCE_NAME;
        return Optional.of(read(JsonPlace.of(part, JsonReader.read(part, text))));
    }

    /**
     * Writes options. Limits that are none are left out.
     *
     * @param options the options
     * @return an object, the same for equal options to the byte
     */
    public static Json.Fields of(CorpusOptions options) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("stepsPerQuarter", new Json.Whole(options.stepsPerQuarter()));
        fields.put("parts", new Json.Text(options.parts().word()));
        fields.put("splitLongMelodies", new Json.Bool(options.splitLongMelodies()));
        options.range().ifPresent(range -> fields.put("range", of(range)));
        fields.put("dropDuplicates", new Json.Bool(options.dropDuplicates()));
        fields.put("maxFileBytes", new Json.Whole(options.maxFileBytes()));
        fields.put("extraction", of(options.extraction()));
        return new Json.Fields(fields);
    }

    private static Json of(PitchRange range) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("minPitch", new Json.Whole(range.minPitch()));
        fields.put("maxPitch", new Json.Whole(range.maxPitch()));
        fields.put("moveByOctaves", new Json.Bool(range.moveByOctaves()));
        return new Json.Fields(fields);
    }

    private static Json of(ExtractionOptions options) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("minBars", new Json.Whole(options.minBars()));
        putLimit(fields, "truncateSteps", options.truncateSteps());
        putLimit(fields, "discardSteps", options.discardSteps());
        fields.put("minPitchClasses", new Json.Whole(options.minPitchClasses()));
        if (Double.isFinite(options.gapBars())) {
            fields.put("gapBars", new Json.Real(options.gapBars()));
        }
        fields.put("ignorePolyphonicNotes", new Json.Bool(options.ignorePolyphonicNotes()));
        fields.put("padEnd", new Json.Bool(options.padEnd()));
        fields.put("filterDrums", new Json.Bool(options.filterDrums()));
        fields.put("filterUnpitched", new Json.Bool(options.filterUnpitched()));
        fields.put("splitAtMeterChanges", new Json.Bool(options.splitAtMeterChanges()));
        return new Json.Fields(fields);
    }

    private static void putLimit(Map<String, Json> fields, String name, int limit) {
        if (limit != ExtractionOptions.NO_LIMIT) {
            fields.put(name, new Json.Whole(limit));
        }
    }

    /**
     * Reads options.
     *
     * @param place an object
     * @return the options
     * @throws MalformedModelException if it is none
     */
    public static CorpusOptions read(JsonPlace place) throws MalformedModelException {
        int stepsPerQuarter = (int) place.field("stepsPerQuarter").whole(1, CorpusOptions.MAX_STEPS_PER_QUARTER);
        String parts = place.field("parts").text();
        boolean split = flag(place.field("splitLongMelodies"));
        Optional<JsonPlace> range = place.optionalField("range");
        boolean dropDuplicates = flag(place.field("dropDuplicates"));
        long maxFileBytes = place.field("maxFileBytes").whole(1, Integer.MAX_VALUE);
        try {
            return new CorpusOptions(
                    extraction(place.field("extraction")),
                    stepsPerQuarter,
                    PartChoice.parse(parts),
                    split,
                    range.isPresent() ? Optional.of(range(range.get())) : Optional.empty(),
                    dropDuplicates,
                    maxFileBytes);
        } catch (IllegalArgumentException e) {
            throw place.malformed("options that can be", String.valueOf(e.getMessage()));
        }
    }

    private static PitchRange range(JsonPlace place) throws MalformedModelException {
        return new PitchRange(
                (int) place.field("minPitch").whole(0, PITCHES),
                (int) place.field("maxPitch").whole(0, PITCHES),
                flag(place.field("moveByOctaves")));
    }

    private static ExtractionOptions extraction(JsonPlace place) throws MalformedModelException {
        Optional<JsonPlace> gapBars = place.optionalField("gapBars");
        return new ExtractionOptions(
                (int) place.field("minBars").whole(0, Integer.MAX_VALUE),
                limit(place, "truncateSteps"),
                limit(place, "discardSteps"),
                (int) place.field("minPitchClasses").whole(0, Integer.MAX_VALUE),
                gapBars.isPresent() ? gapBars.get().number() : Double.POSITIVE_INFINITY,
                flag(place.field("ignorePolyphonicNotes")),
                flag(place.field("padEnd")),
                flag(place.field("filterDrums")),
                flag(place.field("filterUnpitched")),
                flag(place.field("splitAtMeterChanges")));
    }

    private static int limit(JsonPlace place, String name) throws MalformedModelException {
        Optional<JsonPlace> limit = place.optionalField(name);
        return limit.isPresent() ? (int) limit.get().whole(0, Integer.MAX_VALUE) : ExtractionOptions.NO_LIMIT;
    }

    private static boolean flag(JsonPlace place) throws MalformedModelException {
        if (place.value() instanceof Json.Bool flag) {
            return flag.value();
        }
        throw place.malformed("a boolean", place.value().kind());
    }
}
