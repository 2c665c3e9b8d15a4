package io.github.musicgen.models.corpus.report;

import io.github.musicgen.representation.melody.MelodyResult;

/** A rule by which music is left out of a corpus. */
public enum Limit {
    /** Parts without notes. */
    NO_NOTES("no-notes", "no notes"),
    /** Parts of drums. */
    DRUMS("drums", "drums"),
    /** Parts of sound effects and unpitched drums. */
    UNPITCHED("unpitched", "no pitches"),
    /** Stretches of a meter whose bars are no whole number of steps. */
    FRACTIONAL_BARS("fractional-bars", "bars of no whole number of steps"),
    /** Parts given up where two notes started together. */
    POLYPHONY("polyphony", "notes that start together"),
    /** Melodies of too few bars. */
    MIN_BARS("min-bars", "too few bars"),
    /** Melodies given up because they were too long. */
    MAX_STEPS("max-steps", "too many steps"),
    /** Melodies of too few pitch classes. */
    MIN_PITCH_CLASSES("min-pitch-classes", "too few pitch classes"),
    /** Notes between a melody and the bar line where the next one may start. */
    BAR_LINE("bar-line", "notes before a bar line"),
    /** Melodies that lost their ends. */
    TRUNCATION("truncation", "ends cut off"),
    /** Melodies with notes outside the range. */
    RANGE("range", "notes out of range"),
    /** Parts, or their melodies, that were not chosen. */
    PART_CHOICE("part-choice", "not chosen"),
    /** Melodies that were there before, in whatever key. */
    DUPLICATES("duplicates", "there before");

    private final String word;
    private final String complaint;

    Limit(String word, String complaint) {
        this.word = word;
        this.complaint = complaint;
    }

    /**
     * The name in reports.
     *
     * @return one word
     */
    public String word() {
        return word;
    }

    /**
     * What it found, and how often: a name with a number behind it would be taken for a limit that can be set.
     *
     * @param times how often
     * @return a few words
     */
    public String told(int times) {
        return complaint + ": " + (times == 1 ? "once" : times + " times");
    }

    /**
     * The limit by which a melody was refused.
     *
     * @param reason why it was
     * @return the limit
     */
    public static Limit of(MelodyResult.Reason reason) {
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
