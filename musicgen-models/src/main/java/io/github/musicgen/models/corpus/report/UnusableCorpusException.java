package io.github.musicgen.models.corpus.report;

import java.io.IOException;
import java.util.Optional;

/** There is music to be read, but not what is needed of it. */
public final class UnusableCorpusException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What became of each file. */
    private final transient Optional<CorpusReport> report;

    /**
     * What is needed is not there.
     *
     * @param message what is needed, and what there is
     * @param report what became of each file, if files were read
     */
    public UnusableCorpusException(String message, Optional<CorpusReport> report) {
        super(message);
        this.report = report;
    }

    /**
     * What became of each file.
     *
     * @return the report, if files were read
     */
    public Optional<CorpusReport> report() {
        return report;
    }
}
