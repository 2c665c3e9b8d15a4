package io.github.musicgen.midi.smf;

/** What the text of a meta event is for: its types 1 to 15, of which the last six have no agreed use. */
public enum TextKind {
    /** Anything. */
    TEXT(1),
    /** Who owns the rights. */
    COPYRIGHT(2),
    /** The name of the track, or of the whole piece in the first track of a format 1 file. */
    TRACK_NAME(3),
    /** The instrument that plays the track. */
    INSTRUMENT_NAME(4),
    /** Usually a syllable. */
    LYRIC(5),
    /** A point in the music, such as the letter of a rehearsal mark. */
    MARKER(6),
    /** What happens on a stage or screen. */
    CUE_POINT(7),
    /** The name of the program, as a device shows it. */
    PROGRAM_NAME(8),
    /** The device that the track is meant for. */
    DEVICE_NAME(9),
    /** Type 10. */
    TYPE_10(10),
    /** Type 11. */
    TYPE_11(11),
    /** Type 12. */
    TYPE_12(12),
    /** Type 13. */
    TYPE_13(13),
    /** Type 14. */
    TYPE_14(14),
    /** Type 15. */
    TYPE_15(15);

    private static final TextKind[] KINDS = values();

    private final int type;

    TextKind(int type) {
        this.type = type;
    }

    /**
     * Returns the type of the meta event.
     *
     * @return 1 to 15
     */
    public int type() {
        return type;
    }

    static boolean isText(int metaType) {
        return metaType >= 1 && metaType <= KINDS.length;
    }

    static TextKind ofType(int metaType) {
        return KINDS[metaType - 1];
    }
}
