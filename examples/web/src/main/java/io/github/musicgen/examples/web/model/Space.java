package io.github.musicgen.examples.web.model;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.api.MelodyAttribute;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.examples.web.http.Digest;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.tune.Tune;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.Melody;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A space of melodies of two bars, and the ways in it that lead to more of something: people's tunes, which come along, tell them.
 *
 * @param name what clients call it
 * @param model itself
 * @param directions a way for each attribute
 * @param shortHash a fingerprint of all of this, short enough for a link
 */
public record Space(
        String name, LatentModel<Melody> model, Map<MelodyAttribute, LatentVector> directions, String shortHash) {
    /** How long its melodies are. */
    public static final int STEPS = 2 * Melody.DEFAULT_STEPS_PER_BAR;

    /** A melody that is offered as an end has at least so many notes. */
    private static final int FEWEST_NOTES = 5;

    /** Checks that its melodies are those of the pages; copies the map. */
    public Space {
        directions = new EnumMap<>(directions);
        if (model.configuration().steps() != STEPS) {
            throw new IllegalArgumentException("melodies of a space must be of " + STEPS + " steps, but those of "
                    + name + " are of " + model.configuration().steps());
        }
    }

    static Space of(String name, LatentModel<Melody> model) {
        List<Melody> tunes =
                Tune.all().stream().flatMap(tune -> windows(tune).stream()).toList();
        Map<MelodyAttribute, LatentVector> directions = new EnumMap<>(MelodyAttribute.class);
        for (MelodyAttribute attribute : Leanings.ATTRIBUTES) {
            directions.put(attribute, model.direction(attribute, tunes));
        }
        StringBuilder all = new StringBuilder(model.bundle().hash());
        for (LatentVector direction : directions.values()) {
            for (float value : direction.values()) {
                all.append(' ').append(Float.floatToIntBits(value)); // texts of floats are not the same on every Java
            }
        }
        String hash = Digest.of(all.toString().getBytes(StandardCharsets.UTF_8)).substring(0, Model.SHORT_HASH);
        return new Space(name, model, directions, hash);
    }

    private static List<Melody> windows(Tune tune) {
        return BarWindows.of(tune.melody().withStartStep(0), STEPS / Melody.DEFAULT_STEPS_PER_BAR).stream()
                .filter(window -> notes(window) > 0)
                .toList();
    }

    private static int notes(Melody melody) {
        return Line.of(melody, Line.VELOCITY).notes().size();
    }

    /**
     * How daring it is by itself.
     *
     * @return its temperature
     */
    public double temperature() {
        return model.bundle().sampling().temperature();
    }

    /**
     * A place on the way from one melody to another.
     *
     * @param from the one
     * @param to the other
     * @param part how much of the way lies behind, from 0 to 1
     * @param leanings what there shall be more of
     * @return the place
     */
    public LatentVector between(Melody from, Melody to, double part, Leanings leanings) {
        LatentVector place = model.encode(from).spherical(model.encode(to), part);
        for (Map.Entry<MelodyAttribute, Double> leaning : leanings.strengths().entrySet()) {
            LatentVector direction = directions.get(leaning.getKey());
            if (direction != null) {
                place = place.plus(direction, leaning.getValue());
            }
        }
        return place;
    }

    /**
     * Draws a melody of the whole space.
     *
     * @param seed what is drawn from
     * @return the melody
     */
    public Line draw(long seed) {
        LatentRequest<Melody> request = model.request().seed(seed);
        return Line.of(request.sample(1).get(0), Line.VELOCITY);
    }

    Map<String, @Nullable Object> toJson() {
        ModelCard card = model.bundle().card();
        return Json.object(
                "name", name,
                "description", card.description(),
                "hash", model.bundle().hash(),
                "licence", card.license(),
                "attribution", card.attribution(),
                "steps", STEPS,
                "temperature", temperature(),
                "attributes", Leanings.labels(),
                "maxStrength", Leanings.MAX_STRENGTH,
                "melodies",
                        Tune.all().stream()
                                .map(Space::offered)
                                .flatMap(Optional::stream)
                                .toList());
    }

    /** Of each tune the first two bars in which much happens. */
    private static Optional<Map<String, @Nullable Object>> offered(Tune tune) {
        return windows(tune).stream()
                .filter(window -> notes(window) >= FEWEST_NOTES)
                .findFirst()
                .map(window -> Json.object(
                        "title", tune.title(),
                        "credit", tune.credit(),
                        "notes", Line.of(window, Line.VELOCITY).toJson()));
    }
}
