package io.github.musicgen.midi.smf;

/**
 * Something a file says that no instrument plays: tempo, meter, names, lyrics and so on. The bytes are kept as they stand in the
 * file, whether they make sense or not; {@link #content()} is what they mean.
 *
 * <pre>{@code
 * if (meta.content() instanceof MetaContent.TempoChange tempo) {
 *     System.out.println(tempo.microsecondsPerQuarter());
 * }
 * }</pre>
 *
 * @param tick when, in ticks since the start of the track
 * @param type 0 to 127, except 47, the end of a track, which is {@link MidiTrack#endTick()}
 * @param payload the bytes after the length
 */
public record MetaEvent(long tick, int type, Payload payload) implements MidiEvent {

    /** The type that ends a track. */
    static final int END_OF_TRACK = 0x2F;

    /** Checks the tick and the type. */
    public MetaEvent {
        EventRange.tick(tick);
        EventRange.payload(payload);
        EventRange.between("meta event type", 0, 127, type);
        if (type == END_OF_TRACK) {
            throw new IllegalArgumentException("meta event type must not be 47: the track knows where it ends");
        }
    }

    /**
     * Makes an event that says something.
     *
     * @param tick when
     * @param content what it says
     * @return the event
     */
    public static MetaEvent of(long tick, MetaContent content) {
        return new MetaEvent(tick, content.type(), content.payload());
    }

    /**
     * Makes an event with text, in UTF-8.
     *
     * @param tick when
     * @param kind what the text is for
     * @param text the text
     * @return the event
     */
    public static MetaEvent text(long tick, TextKind kind, String text) {
        return of(tick, new MetaContent.Text(kind, text));
    }

    /**
     * Says whether the type is tempo, meter or key, without which notes cannot be read right.
     *
     * @return whether it is one of these, be its bytes right or wrong
     */
    public boolean isScore() {
        return type == MetaContents.TEMPO || type == MetaContents.METER || type == MetaContents.KEY;
    }

    /**
     * Says what the bytes mean. Bytes beyond those that a known type needs are ignored here, as the format asks.
     *
     * @return the meaning, or {@link MetaContent.Opaque} if the type is unknown, bytes are missing or a value is out of range
     */
    public MetaContent content() {
        return MetaContents.read(type, payload);
    }
}
