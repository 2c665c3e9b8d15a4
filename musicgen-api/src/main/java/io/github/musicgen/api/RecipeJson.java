package io.github.musicgen.api;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.codec.SamplingJson;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.representation.time.Ticks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recipes as JSON. */
final class RecipeJson {
    private static final String MODEL = "model";
    private static final String HASH = "sha256";
    private static final String ENGINE = "engine";
    private static final String LIBRARY = "library";
    private static final String STEPS = "steps";
    private static final String SAMPLING = "sampling";
    private static final String SEED = "seed";
    private static final String WISHES = "wishes";
    private static final String PART_NAME = "partName";
    private static final String BEAM = "beam";
    private static final String PART = "part";
    private static final String START_TICK = "startTick";
    private static final String STEPS_MADE = "stepsMade";

    private RecipeJson() {}

    static String write(Recipe recipe) {
        GenerationOptions options = recipe.options();
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(MODEL, new Json.Text(recipe.modelId()));
        fields.put(HASH, new Json.Text(recipe.modelHash()));
        fields.put(ENGINE, new Json.Text(recipe.engine()));
        fields.put(LIBRARY, new Json.Text(recipe.libraryVersion()));
        fields.put(STEPS, new Json.Whole(options.steps()));
        fields.put(SAMPLING, SamplingJson.of(options.sampling()));
        fields.put(SEED, new Json.Whole(options.seed()));
        if (!options.wishes().isEmpty()) {
            fields.put(
                    WISHES,
                    new Json.Items(options.wishes().stream()
                            .<Json>map(wish -> new Json.Text(wish.toString()))
                            .toList()));
        }
        options.part().ifPresent(name -> fields.put(PART_NAME, new Json.Text(name)));
        options.beam().ifPresent(beam -> fields.put(BEAM, of(beam)));
        fields.put(PART, new Json.Whole(recipe.part()));
        fields.put(START_TICK, new Json.Whole(recipe.startTick()));
        fields.put(STEPS_MADE, new Json.Whole(recipe.stepsMade()));
        return JsonWriter.toText(new Json.Fields(fields));
    }

    private static Json of(Beam beam) {
        return new Json.Items(
                List.of(new Json.Whole(beam.size()), new Json.Whole(beam.branches()), new Json.Whole(beam.steps())));
    }

    static Recipe read(String json) throws MalformedModelException {
        Bytes bytes = Bytes.of("recipe", json.getBytes(StandardCharsets.UTF_8));
        JsonPlace root = JsonPlace.of("recipe", JsonReader.read(bytes));
        return new Recipe(
                root.field(MODEL).text(),
                root.field(HASH).text(),
                root.field(ENGINE).text(),
                root.field(LIBRARY).text(),
                options(root),
                (int) root.field(PART).whole(Recipe.FROM_SCRATCH, Integer.MAX_VALUE),
                root.field(START_TICK).whole(0, Ticks.MAX),
                (int) root.field(STEPS_MADE).whole(0, GenerationOptions.MAX_STEPS));
    }

    private static GenerationOptions options(JsonPlace root) throws MalformedModelException {
        Optional<JsonPlace> part = root.optionalField(PART_NAME);
        Optional<JsonPlace> beam = root.optionalField(BEAM);
        return new GenerationOptions(
                (int) root.field(STEPS).whole(1, GenerationOptions.MAX_STEPS),
                SamplingJson.read(root.field(SAMPLING)),
                root.field(SEED).whole(Long.MIN_VALUE, Long.MAX_VALUE),
                wishes(root),
                part.isPresent() ? Optional.of(part.get().text()) : Optional.empty(),
                beam.isPresent() ? Optional.of(beam(beam.get())) : Optional.empty());
    }

    private static List<Constraint> wishes(JsonPlace root) throws MalformedModelException {
        Optional<JsonPlace> texts = root.optionalField(WISHES);
        List<Constraint> wishes = new ArrayList<>();
        if (texts.isPresent()) {
            for (JsonPlace text : texts.get().items()) {
                wishes.add(Constraint.parse(text.text()));
            }
        }
        return wishes;
    }

    private static Beam beam(JsonPlace place) throws MalformedModelException {
        List<JsonPlace> numbers = place.items();
        if (numbers.size() != 3) {
            throw place.malformed("three numbers", String.valueOf(numbers.size()));
        }
        return new Beam(
                (int) numbers.get(0).whole(1, Beam.MAX_ALIVE),
                (int) numbers.get(1).whole(1, Beam.MAX_ALIVE),
                (int) numbers.get(2).whole(1, GenerationOptions.MAX_STEPS));
    }
}
