package io.github.musicgen.midi;

/** What the text of a meta event is for: its types 1 to 15, of which the last six have no agreed use. */
public enum TextKind {
    /** Anything. */
    TEXT,
    /** Who owns the rights. */
    COPYRIGHT,
    /** The name of the track, or of the whole piece in the first track of a format 1 file. */
    TRACK_NAME,
    /** The instrument that plays the track. */
    INSTRUMENT_NAME,
    /** Usually a syllable. */
    LYRIC,
    /** A point in the music, such as the letter of a rehearsal mark. */
    MARKER,
    /** What happens on a stage or screen. */
    CUE_POINT,
    /** The name of the program, as a device shows it. */
    PROGRAM_NAME,
    /** The device that the track is meant for. */
    DEVICE_NAME,
    /** Type 10. */
    TYPE_10,
    /** Type 11. */
    TYPE_11,
    /** Type 12. */
    TYPE_12,
    /** Type 13. */
    TYPE_13,
    /** Type 14. */
    TYPE_14,
    /** Type 15. */
    TYPE_15;

    private static final TextKind[] KINDS = values();

    /**
     * Returns the type of the meta event.
     *
     * @return 1 to 15
     */
    public int type() {
        return ordinal() + 1;
    }

    static boolean isText(int metaType) {
        return metaType >= 1 && metaType <= KINDS.length;
    }

    static TextKind ofType(int metaType) {
        return KINDS[metaType - 1];
    }
}
