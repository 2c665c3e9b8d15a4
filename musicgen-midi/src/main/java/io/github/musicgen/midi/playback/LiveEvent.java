package io.github.musicgen.midi.playback;

import io.github.musicgen.midi.smf.ChannelEvent;

/**
 * What somebody has just played.
 *
 * @param microseconds when, since the input was opened
 * @param event what; its tick is 0, since nobody has counted ticks
 */
public record LiveEvent(long microseconds, ChannelEvent event) {}
