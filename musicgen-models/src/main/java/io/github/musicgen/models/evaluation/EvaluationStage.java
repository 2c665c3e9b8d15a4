package io.github.musicgen.models.evaluation;

/** What an evaluation does, one after another. */
public enum EvaluationStage {
    /** Runs the model along held-out music. */
    SCORING("scoring the model"),
    /** Counts, to see what counting alone can foresee. */
    COUNTING("counting n-grams"),
    /** Lets the model continue the openings of held-out music. */
    GENERATING("generating music"),
    /** Holds what it made against held-out music. */
    COMPARING("comparing music"),
    /** Looks for runs of notes that are in the training corpus. */
    SEARCHING("looking for copies");

    private final String words;

    EvaluationStage(String words) {
        this.words = words;
    }

    /**
     * What is done, for people who wait.
     *
     * @return such as {@code generating music}
     */
    public String words() {
        return words;
    }
}
