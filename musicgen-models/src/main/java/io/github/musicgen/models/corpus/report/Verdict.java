package io.github.musicgen.models.corpus.report;

/** What became of a file. */
public enum Verdict {
    /** It gave melodies as it was. */
    KEPT("kept"),
    /** It gave melodies after something was mended, split or moved. */
    REPAIRED("repaired"),
    /** It gave none. */
    REJECTED("rejected");

    private final String word;

    Verdict(String word) {
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
}
