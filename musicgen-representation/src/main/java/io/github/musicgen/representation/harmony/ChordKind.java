package io.github.musicgen.representation.harmony;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of chords: the degrees of each, counted in the major scale of the root, and how it is written behind the root. In
 * what is written, {@code M}, {@code m}, {@code o}, {@code +} and {@code h} stand for all the {@link #WORDS} for major, minor,
 * diminished, augmented and half-diminished.
 */
enum ChordKind {
    MAJOR("1 3 5", "", "M"),
    MINOR("1 b3 5", "m"),
    AUGMENTED("1 3 #5", "+"),
    DIMINISHED("1 b3 b5", "o"),
    SUSPENDED_SECOND("1 2 5", "sus2"),
    SUSPENDED_FOURTH("1 4 5", "sus4", "sus"),
    ADDED_SECOND("1 2 3 5", "2"),
    ADDED_FOURTH("1 3 4 5", "4"),
    POWER("1 5", "5"),
    PEDAL("1", "ped"),

    SIXTH("1 3 5 6", "6", "M6"),
    MINOR_SIXTH("1 b3 5 6", "m6"),
    SIXTH_NINTH("1 3 5 6 9", "6/9", "69", "M6/9", "M69"),
    MINOR_SIXTH_NINTH("1 b3 5 6 9", "m6/9", "m69"),

    DOMINANT_SEVENTH("1 3 5 b7", "7"),
    MAJOR_SEVENTH("1 3 5 7", "M7", "7M", "Δ"), // after MAJOR: a triangle alone says that there is a seventh
    MINOR_SEVENTH("1 b3 5 b7", "m7"),
    MINOR_MAJOR_SEVENTH("1 b3 5 7", "mM7", "m(M7)", "m7M", "mΔ"),
    DIMINISHED_SEVENTH("1 b3 b5 bb7", "o7"),
    DIMINISHED_MAJOR_SEVENTH("1 b3 b5 7", "oM7", "o(M7)"),
    HALF_DIMINISHED_SEVENTH("1 b3 b5 b7", "h", "h7"),
    AUGMENTED_SEVENTH("1 3 #5 b7", "+7", "7+"),
    AUGMENTED_MAJOR_SEVENTH("1 3 #5 7", "+M7", "+(M7)", "M7+"),
    SUSPENDED_SEVENTH("1 4 5 b7", "7sus4", "7sus", "sus7"),
    ALTERED_SEVENTH("1 3 b5 #5 b7 b9 #9", "7alt", "alt"),

    DOMINANT_NINTH("1 3 5 b7 9", "9"),
    MAJOR_NINTH("1 3 5 7 9", "M9", "9M"),
    MINOR_NINTH("1 b3 5 b7 9", "m9"),
    MINOR_MAJOR_NINTH("1 b3 5 7 9", "mM9", "m(M9)"),
    HALF_DIMINISHED_NINTH("1 b3 b5 b7 9", "h9"),
    AUGMENTED_NINTH("1 3 #5 b7 9", "+9", "9+"),
    SUSPENDED_NINTH("1 4 5 b7 9", "9sus4", "9sus", "sus9"),

    DOMINANT_ELEVENTH("1 3 5 b7 9 11", "11"),
    MAJOR_ELEVENTH("1 3 5 7 9 11", "M11"),
    MINOR_ELEVENTH("1 b3 5 b7 9 11", "m11"),

    DOMINANT_THIRTEENTH("1 3 5 b7 9 11 13", "13"),
    MAJOR_THIRTEENTH("1 3 5 7 9 11 13", "M13"),
    MINOR_THIRTEENTH("1 b3 5 b7 9 11 13", "m13"),
    SUSPENDED_THIRTEENTH("1 4 5 b7 9 13", "13sus4", "13sus", "sus13");

    private static final Map<Character, List<String>> WORDS = Map.of(
            'M', List.of("M", "maj", "Maj", "MAJ", "major", "Major", "ma", "Ma", "Δ"),
            'm', List.of("m", "min", "Min", "MIN", "minor", "Minor", "mi", "Mi", "-"),
            'o', List.of("o", "dim", "Dim", "DIM", "°"),
            '+', List.of("+", "aug", "Aug", "AUG"),
            'h', List.of("ø", "/o"));

    private static final Map<String, ChordKind> BY_TEXT = new HashMap<>();

    static {
        for (ChordKind kind : values()) {
            for (String template : kind.templates.split(" ", -1)) {
                kind.putTexts("", template);
            }
        }
    }

    private final String degrees; // with spaces between them, as the templates; an enum holds no lists
    private final String templates;

    ChordKind(String degrees, String... templates) {
        this.degrees = degrees;
        this.templates = String.join(" ", templates);
    }

    private void putTexts(String text, String template) {
        if (template.isEmpty()) {
            BY_TEXT.put(text, this);
            return;
        }
        String first = template.substring(0, 1);
        for (String word : WORDS.getOrDefault(first.charAt(0), List.of(first))) {
            putTexts(text + word, template.substring(1));
        }
    }

    /** The kind that is written so behind a root; null if there is none. */
    static @Nullable ChordKind written(String text) {
        return BY_TEXT.get(text);
    }

    /** Its degrees, such as {@code b3}. */
    List<String> degrees() {
        return List.of(degrees.split(" "));
    }
}
