package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.model.Density;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.sequence.GeneralMidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a song sounds.
 *
 * @param tempo quarters a minute
 * @param key whose notes alone it takes, if any
 * @param temperature how daring it is
 * @param density how many notes it has
 * @param instrument a program of General MIDI
 */
public record SongStyle(double tempo, Optional<Scale> key, double temperature, Density density, int instrument) {
    /** The slowest tempo. */
    public static final double MIN_TEMPO = 40;

    /** The fastest tempo. */
    public static final double MAX_TEMPO = 240;

    /** The tempo of whoever names none. */
    public static final double USUAL_TEMPO = 120;

    /** The most daring temperature. */
    public static final double MAX_TEMPERATURE = 2;

    /** In place of a key: the one that suits the notes that were sent. */
    public static final String AUTO_KEY = "auto";

    private static final int MAX_KEY = 40;

    /**
     * The modes of keys.
     *
     * @return what they are called
     */
    public static List<String> modes() {
        return Arrays.stream(ScaleKind.values()).map(ScaleKind::label).toList();
    }

    static SongStyle read(Fields fields, SongStyle otherwise) {
        return readButKey(fields, otherwise.withKey(readKey(fields).or(() -> otherwise.key)));
    }

    /** The key that somebody wishes, if any. */
    static Optional<Scale> readKey(Fields fields) {
        return fields.text("key", MAX_KEY).map(SongStyle::parseKey);
    }

    /** The same, but for the key, which is known. */
    static SongStyle readButKey(Fields fields, SongStyle otherwise) {
        return new SongStyle(
                RecipeFields.tempo(fields, otherwise.tempo),
                otherwise.key,
                fields.number("temperature", 0, MAX_TEMPERATURE).orElse(otherwise.temperature),
                fields.word("density", Density.labels()).map(Density::labelled).orElse(otherwise.density),
                fields.whole("instrument", 0, GeneralMidi.PROGRAMS - 1, otherwise.instrument));
    }

    /**
     * Reads a key that somebody sent.
     *
     * @param text such as {@code D dorian}
     * @return the scale
     * @throws Refusal if it is none
     */
    public static Scale parseKey(String text) {
        return parseKey("key", text);
    }

    static Scale parseKey(String field, String text) {
        try {
            return Scale.parse(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.field(
                    field, text, "a tonic and one of " + String.join(", ", modes()) + ", such as \"D dorian\"");
        }
    }

    SongStyle withKey(Optional<Scale> newKey) {
        return new SongStyle(tempo, newKey, temperature, density, instrument);
    }

    /** What is kept of it always. */
    List<Constraint> wishes() {
        List<Constraint> wishes = new ArrayList<>();
        key.map(Constraint.InKey::new).ifPresent(wishes::add);
        density.wish().ifPresent(wishes::add);
        return wishes;
    }

    void putInto(Map<String, @Nullable Object> json) {
        json.put("tempo", tempo);
        json.put("key", keyName());
        json.put("temperature", temperature);
        json.put("density", density.label());
        json.put("instrument", instrument);
    }

    @Nullable
    String keyName() {
        return key.map(Scale::name).orElse(null);
    }
}
