package io.github.musicgen.api.codec;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PatchSize;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration of a band as JSON. */
public final class BandVaeJson {
    private static final int MAX_PITCH = 127;

    private BandVaeJson() {}

    /**
     * Writes a configuration.
     *
     * @param configuration the configuration
     * @return an object, the same for equal configurations to the byte
     */
    public static Json.Fields of(BandVaeConfiguration configuration) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", new Json.Text(configuration.name()));
        fields.put("stepsPerQuarter", new Json.Whole(configuration.stepsPerQuarter()));
        fields.put("steps", new Json.Whole(configuration.steps()));
        List<Json> instruments = new ArrayList<>();
        configuration.instruments().forEach(instrument -> instruments.add(of(instrument)));
        fields.put("instruments", new Json.Items(instruments));
        fields.put("latentSize", new Json.Whole(configuration.latentSize()));
        fields.put("leaderUnits", whole(configuration.leaderUnits()));
        fields.put("followerUnits", whole(configuration.followerUnits()));
        fields.put("onsets", new Json.Bool(configuration.onsets()));
        fields.put("lags", whole(configuration.lags()));
        // Bundles of bands that know all keys stay what they were before there were others.
        if (configuration.oneKey()) {
            fields.put("oneKey", new Json.Bool(true));
        }
        fields.put("threshold", new Json.Real(configuration.threshold()));
        return new Json.Fields(fields);
    }

    private static Json of(BandInstrument instrument) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", new Json.Text(instrument.name()));
        fields.put("program", new Json.Whole(instrument.program()));
        fields.put("drums", new Json.Bool(instrument.drums()));
        fields.put("lowest", new Json.Whole(instrument.lowest()));
        fields.put("columns", new Json.Whole(instrument.columns()));
        List<Json> patches = new ArrayList<>();
        for (PatchSize patch : instrument.patches()) {
            patches.add(whole(List.of(patch.filters(), patch.steps(), patch.columns())));
        }
        fields.put("patches", new Json.Items(patches));
        return new Json.Fields(fields);
    }

    private static Json whole(List<Integer> numbers) {
        return new Json.Items(numbers.stream().<Json>map(Json.Whole::new).toList());
    }

    /**
     * Reads a configuration.
     *
     * @param place an object
     * @return the configuration
     * @throws MalformedModelException if it is none
     */
    public static BandVaeConfiguration read(JsonPlace place) throws MalformedModelException {
        List<BandInstrument> instruments = new ArrayList<>();
        for (JsonPlace item : place.field("instruments").items()) {
            instruments.add(instrument(item));
        }
        String name = place.field("name").text();
        int stepsPerQuarter = whole(place, "stepsPerQuarter", 1, BandVaeConfiguration.MAX_STEPS_PER_QUARTER);
        int steps = whole(place, "steps", 1, BandVaeConfiguration.MAX_STEPS);
        int latentSize = whole(place, "latentSize", 1, BandVaeConfiguration.MAX_LATENT_SIZE);
        List<Integer> leader = units(place.field("leaderUnits"));
        List<Integer> follower = units(place.field("followerUnits"));
        boolean onsets = place.field("onsets").truth();
        List<Integer> lags = units(place.field("lags"));
        Optional<JsonPlace> oneKeyPlace = place.optionalField("oneKey");
        boolean oneKey = oneKeyPlace.isPresent() && oneKeyPlace.get().truth();
        double threshold = place.field("threshold").number();
        try {
            return new BandVaeConfiguration(
                    name,
                    stepsPerQuarter,
                    steps,
                    instruments,
                    latentSize,
                    leader,
                    follower,
                    onsets,
                    lags,
                    oneKey,
                    threshold);
        } catch (IllegalArgumentException e) {
            throw place.malformed("a configuration that can be", String.valueOf(e.getMessage()));
        }
    }

    private static List<Integer> units(JsonPlace place) throws MalformedModelException {
        List<Integer> units = new ArrayList<>();
        for (JsonPlace item : place.items()) {
            units.add((int) item.whole(1, BandVaeConfiguration.MAX_UNITS));
        }
        return units;
    }

    private static BandInstrument instrument(JsonPlace place) throws MalformedModelException {
        List<PatchSize> patches = new ArrayList<>();
        for (JsonPlace item : place.field("patches").items()) {
            patches.add(patch(item));
        }
        String name = place.field("name").text();
        int program = whole(place, "program", 0, MAX_PITCH);
        boolean drums = place.field("drums").truth();
        int lowest = whole(place, "lowest", BandInstrument.DRUM_CLASSES, MAX_PITCH);
        int columns = whole(place, "columns", 1, MAX_PITCH + 1);
        try {
            return new BandInstrument(name, program, drums, lowest, columns, patches);
        } catch (IllegalArgumentException e) {
            throw place.malformed("an instrument that can be", String.valueOf(e.getMessage()));
        }
    }

    private static PatchSize patch(JsonPlace place) throws MalformedModelException {
        List<JsonPlace> sizes = place.items();
        if (sizes.size() != 3) {
            throw place.malformed("filters, steps and columns", sizes.size() + " numbers");
        }
        return new PatchSize(
                (int) sizes.get(0).whole(1, BandInstrument.MAX_FILTERS),
                (int) sizes.get(1).whole(1, BandVaeConfiguration.MAX_STEPS),
                (int) sizes.get(2).whole(1, MAX_PITCH + 1));
    }

    private static int whole(JsonPlace place, String field, int least, int most) throws MalformedModelException {
        return (int) place.field(field).whole(least, most);
    }
}
