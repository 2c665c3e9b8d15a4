package io.github.musicgen.models.evaluation.features;

/**
 * The metrics of MusPy 0.5 ({@code muspy/metrics/metrics.py}; Dong, Chen, McAuley and Berg-Kirkpatrick, MusPy: A toolkit for
 * symbolic music generation, ISMIR 2020) that say something about a melody: without those of drums, and those of how many notes
 * sound at once. They are MusPy's to the letter, where one would write them otherwise, too.
 */
public enum MuspyMetric {
    /** From the lowest pitch to the highest, in semitones. */
    PITCH_RANGE("pitchRange"),
    /** Different pitches. */
    PITCHES_USED("pitchesUsed"),
    /** Different pitch classes. */
    PITCH_CLASSES_USED("pitchClassesUsed"),
    /** The entropy of pitches, in bits. */
    PITCH_ENTROPY("pitchEntropy"),
    /** The entropy of pitch classes, in bits. */
    PITCH_CLASS_ENTROPY("pitchClassEntropy"),
    /** Which share of the notes belongs to the scale, major or minor, that fits best. */
    SCALE_CONSISTENCY("scaleConsistency"),
    /** Which share of the beats is without a note. */
    EMPTY_BEAT_RATE("emptyBeatRate"),
    /** Which share of the bars is without a note. */
    EMPTY_MEASURE_RATE("emptyMeasureRate"),
    /** How alike the rhythms of neighboring bars are: 1 if all begin notes at the same steps. */
    GROOVE_CONSISTENCY("grooveConsistency");

    private final String word;

    MuspyMetric(String word) {
        this.word = word;
    }

    /**
     * The name in reports.
     *
     * @return such as {@code pitchRange}
     */
    public String word() {
        return word;
    }

    /**
     * Computes it.
     *
     * @param line the notes of a melody
     * @return the number; not a number where MusPy has none
     */
    public double of(NoteLine line) {
        return switch (this) {
            case PITCH_RANGE -> PitchMetrics.range(line);
            case PITCHES_USED -> PitchMetrics.pitchesUsed(line);
            case PITCH_CLASSES_USED -> PitchMetrics.classesUsed(line);
            case PITCH_ENTROPY -> PitchMetrics.entropy(line);
            case PITCH_CLASS_ENTROPY -> PitchMetrics.classEntropy(line);
            case SCALE_CONSISTENCY -> PitchMetrics.scaleConsistency(line);
            case EMPTY_BEAT_RATE -> TimeMetrics.emptyBeatRate(line);
            case EMPTY_MEASURE_RATE -> TimeMetrics.emptyMeasureRate(line);
            case GROOVE_CONSISTENCY -> TimeMetrics.grooveConsistency(line);
        };
    }
}
