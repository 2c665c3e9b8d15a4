package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.model.Leanings;
import io.github.musicgen.examples.web.model.Space;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Melodies that lie between two others, one after the other.
 *
 * @param model the name of the space
 * @param hash its fingerprint
 * @param seed what is drawn from
 * @param style how they sound
 * @param from where the way begins
 * @param to where it ends
 * @param way for each melody how many hundredths of the way lie behind
 * @param more what there shall be more of than lies there
 */
public record Blended(
        String model, String hash, long seed, SongStyle style, Line from, Line to, List<Integer> way, Leanings more)
        implements Original {
    static final String FORM = "blend";

    /** The most melodies of a way. */
    static final int MAX_WAY = 32;

    /** The end of a way. */
    static final int WHOLE_WAY = 100;

    /** Checks that there are both ends and a way; copies it. */
    public Blended {
        way = List.copyOf(way);
        requireNotes("from", from);
        requireNotes("to", to);
        if (way.isEmpty()) {
            throw Refusal.field("way", "none", "hundredths of the way, one or more");
        }
    }

    private static void requireNotes(String name, Line line) {
        if (line.isSilent()) {
            throw Refusal.field(name, "none", "a melody of at least one note");
        }
    }

    static Blended read(Fields fields, int maxSteps) {
        Blended blended = new Blended(
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                RecipeFields.seed(fields),
                RecipeFields.style(fields),
                readEnd(fields, "from"),
                readEnd(fields, "to"),
                readWay(fields, maxSteps),
                Leanings.read(fields, "more"));
        return blended;
    }

    private static Line readEnd(Fields fields, String name) {
        return Line.of(LinkedLine.read(fields, name, Space.STEPS, Space.STEPS, Line.VELOCITY));
    }

    /** As many melodies as a song may have, at most. */
    static List<Integer> readWay(Fields fields, int maxSteps) {
        int most = Math.max(1, Math.min(MAX_WAY, maxSteps / Space.STEPS));
        return Arrays.stream(fields.wholes("way", most, 0, WHOLE_WAY)).boxed().toList();
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public int steps() {
        return way.size() * Space.STEPS;
    }

    @Override
    public Line primer() {
        return Line.SILENCE;
    }

    @Override
    public int primerSteps() {
        return 0;
    }

    @Override
    public boolean endOnTonic() {
        return false;
    }

    @Override
    public Blended withSeed(long newSeed) {
        return new Blended(model, hash, newSeed, style, from, to, way, more);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = Json.object("form", FORM, "model", model, "hash", hash, "seed", seed);
        style.putInto(json);
        json.put("from", LinkedLine.numbers(from.notes()));
        json.put("to", LinkedLine.numbers(to.notes()));
        json.put("way", way);
        json.put("more", more.toJson());
        return json;
    }
}
