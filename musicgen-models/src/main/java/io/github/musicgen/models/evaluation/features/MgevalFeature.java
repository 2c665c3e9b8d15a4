package io.github.musicgen.models.evaluation.features;

/**
 * The features of MGEval: Yang and Lerch, On the evaluation of generative models in music, Neural Computing and Applications 32
 * (2020), in the forms that their program {@code mgeval/core.py} gives them unless it is asked for others. A feature of a melody is
 * a vector; how alike two melodies are is the distance of their vectors.
 *
 * <p>Times are counted on the grid, not in seconds, which changes no overlap. Where MGEval has no number, for melodies with too
 * few notes, it is 0 here.
 */
public enum MgevalFeature {
    /** Different pitches. */
    TOTAL_USED_PITCH("totalUsedPitch"),
    /** Different pitches in each of the first eight bars. */
    BAR_USED_PITCH("barUsedPitch"),
    /** Notes. */
    TOTAL_USED_NOTE("totalUsedNote"),
    /** Notes that begin in each of the first eight bars. */
    BAR_USED_NOTE("barUsedNote"),
    /** Which share of the time each pitch class sounds. */
    PITCH_CLASS_HISTOGRAM("pitchClassHistogram"),
    /** How often one pitch class follows another without a rest between. */
    PITCH_CLASS_TRANSITION_MATRIX("pitchClassTransitionMatrix"),
    /** From the lowest pitch to the highest, in semitones. */
    PITCH_RANGE("pitchRange"),
    /** The average interval between neighbors, in semitones. */
    AVERAGE_PITCH_SHIFT("averagePitchShift"),
    /** The average time from one beginning of a note to the next, in quarters. */
    AVERAGE_INTER_ONSET_INTERVAL("averageInterOnsetInterval"),
    /** Which share of the notes has each of twelve lengths. */
    NOTE_LENGTH_HISTOGRAM("noteLengthHistogram"),
    /** How often one of twelve lengths follows another. */
    NOTE_LENGTH_TRANSITION_MATRIX("noteLengthTransitionMatrix");

    private final String word;

    MgevalFeature(String word) {
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
     * @return as many numbers for every melody
     */
    public double[] of(NoteLine line) {
        return switch (this) {
            case TOTAL_USED_PITCH -> PitchFeatures.totalUsedPitch(line);
            case BAR_USED_PITCH -> BarFeatures.usedPitch(line);
            case TOTAL_USED_NOTE -> RhythmFeatures.totalUsedNote(line);
            case BAR_USED_NOTE -> BarFeatures.usedNote(line);
            case PITCH_CLASS_HISTOGRAM -> PitchFeatures.classHistogram(line);
            case PITCH_CLASS_TRANSITION_MATRIX -> PitchFeatures.classTransitions(line);
            case PITCH_RANGE -> PitchFeatures.range(line);
            case AVERAGE_PITCH_SHIFT -> PitchFeatures.averageShift(line);
            case AVERAGE_INTER_ONSET_INTERVAL -> RhythmFeatures.averageInterOnsetInterval(line);
            case NOTE_LENGTH_HISTOGRAM -> RhythmFeatures.lengthHistogram(line);
            case NOTE_LENGTH_TRANSITION_MATRIX -> RhythmFeatures.lengthTransitions(line);
        };
    }
}
