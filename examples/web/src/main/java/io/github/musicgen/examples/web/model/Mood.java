package io.github.musicgen.examples.web.model;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.representation.harmony.ScaleKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody may feel who knows nothing of modes and temperatures. */
public enum Mood {
    /** Few notes, no semitones, no surprises. */
    CALM(ScaleKind.MAJOR_PENTATONIC, 0.8, Density.SPARSE),
    /** Bright. */
    HAPPY(ScaleKind.MAJOR, 1.0, Density.MEDIUM),
    /** Dark and slow. */
    SAD(ScaleKind.MINOR, 0.9, Density.SPARSE),
    /** Many notes, with the lowered seventh of dances. */
    LIVELY(ScaleKind.MIXOLYDIAN, 1.0, Density.DENSE),
    /** Bright, with a fourth that does not come home. */
    DREAMY(ScaleKind.LYDIAN, 1.1, Density.SPARSE),
    /** Dark, with a wide step, and daring. */
    MYSTERIOUS(ScaleKind.HARMONIC_MINOR, 1.2, Density.MEDIUM);

    private final ScaleKind mode;
    private final double temperature;
    private final Density density;

    Mood(ScaleKind mode, double temperature, Density density) {
        this.mode = mode;
        this.temperature = temperature;
        this.density = density;
    }

    /**
     * Which notes it takes.
     *
     * @return a kind of scale
     */
    public ScaleKind mode() {
        return mode;
    }

    /**
     * How daring it is.
     *
     * @return a temperature
     */
    public double temperature() {
        return temperature;
    }

    /**
     * How many notes it takes.
     *
     * @return a density
     */
    public Density density() {
        return density;
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All of them, as clients call them.
     *
     * @return the labels
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Mood::label).toList();
    }

    /**
     * The mood that clients call so.
     *
     * @param label one of {@link #labels}
     * @return the mood
     */
    public static Mood labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /**
     * As they are sent.
     *
     * @return a list of objects
     */
    public static List<Map<String, @Nullable Object>> toJson() {
        return Arrays.stream(values()).map(Mood::json).toList();
    }

    private static Map<String, @Nullable Object> json(Mood mood) {
        String title = mood.name().charAt(0) + mood.label().substring(1);
        return Json.object(
                "name", mood.label(),
                "label", title,
                "mode", mood.mode.label(),
                "temperature", mood.temperature,
                "density", mood.density.label());
    }
}
