package io.github.musicgen.models.corpus;

import io.github.musicgen.representation.melody.MelodyResult;

/** A rule by which music is left out of a corpus. */
public enum Limit {
    /** Parts without notes. */
    NO_NOTES("no-notes"),
    /** Parts of drums. */
    DRUMS("drums"),
    /** Parts of sound effects and unpitched drums. */
    UNPITCHED("unpitched"),
    /** Stretches of a meter whose bars are no whole number of steps. */
    FRACTIONAL_BARS("fractional-bars"),
    /** Parts given up where two notes started together. */
    POLYPHONY("polyphony"),
    /** Melodies of too few bars. */
    MIN_BARS("min-bars"),
    /** Melodies given up because they were too long. */
    MAX_STEPS("max-steps"),
    /** Melodies of too few pitch classes. */
    MIN_PITCH_CLASSES("min-pitch-classes"),
    /** Notes between a melody and the bar line where the next one may start. */
    BAR_LINE("bar-line"),
    /** Melodies that lost their ends. */
    TRUNCATION("truncation"),
    /** Melodies with notes outside the range. */
    RANGE("range"),
    /** Parts, or their melodies, that were not chosen. */
    PART_CHOICE("part-choice"),
    /** Melodies that were there before, in whatever key. */
    DUPLICATES("duplicates");

    private final String word;

    Limit(String word) {
        this.word = word;
    }

    /**
     * The name in reports.
     *
     * @return one word
     */
    public String word() {
        return word;
    }

    static Limit of(MelodyResult.Reason reason) {
        return switch (reason) {
            case NO_NOTES -> NO_NOTES;
            case DRUMS -> DRUMS;
            case UNPITCHED -> UNPITCHED;
            case FRACTIONAL_BAR -> FRACTIONAL_BARS;
            case POLYPHONIC -> POLYPHONY;
            case TOO_SHORT -> MIN_BARS;
            case TOO_LONG -> MAX_STEPS;
            case TOO_FEW_PITCHES -> MIN_PITCH_CLASSES;
            case BEFORE_BAR_LINE -> BAR_LINE;
        };
    }
}
