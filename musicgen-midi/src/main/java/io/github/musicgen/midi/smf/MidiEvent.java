package io.github.musicgen.midi.smf;

/**
 * Something that happens in a track of a {@link MidiFile}, at a tick counted from the start of the track.
 *
 * <p>The end of a track is not an event but {@link MidiTrack#endTick()}, so it can be neither forgotten nor passed.
 */
public sealed interface MidiEvent permits ChannelEvent, SystemExclusive, MetaEvent {

    /**
     * The largest tick of an event, 2<sup>38</sup>: four years of music at 120 quarters per minute of 960 ticks each. A file that
     * reaches beyond is malformed.
     */
    long MAX_TICK = 1L << 38;

    /** The longest silence between two events of a track that a file can say in one number, in ticks. */
    int MAX_DELTA = 0x0FFF_FFFF;

    /**
     * Returns when the event happens.
     *
     * @return ticks since the start of the track, 0 to {@link #MAX_TICK}
     */
    long tick();
}
