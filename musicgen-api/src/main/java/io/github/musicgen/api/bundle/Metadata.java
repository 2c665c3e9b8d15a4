package io.github.musicgen.api.bundle;

/** The names in the metadata of a bundle. */
final class Metadata {
    /** The version of the format that is written, and the newest that is read. */
    static final int VERSION = 1;

    static final String FORMAT_VERSION = "musicgen.format_version";
    static final String FAMILY = "musicgen.family";
    static final String CONFIGURATION = "musicgen.configuration";
    static final String SAMPLING = "musicgen.sampling";
    static final String PROVENANCE = "musicgen.provenance";
    static final String FIGURES = "musicgen.figures";
    static final String GOLDEN = "musicgen.golden";
    static final String ID = "id";
    static final String DESCRIPTION = "description";
    static final String LICENSE = "license";
    static final String ATTRIBUTION = "attribution";

    private Metadata() {}
}
