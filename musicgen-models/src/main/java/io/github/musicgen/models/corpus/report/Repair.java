package io.github.musicgen.models.corpus.report;

/** What can be done about music that would be left out. */
public enum Repair {
    /** A malformed file was read as far as it made sense. */
    MENDED_FILE("mended-file"),
    /** A melody that was too long became several. */
    SPLIT("split"),
    /** A melody, or some of its notes, moved by octaves into the range. */
    OCTAVES("octaves");

    private final String word;

    Repair(String word) {
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
