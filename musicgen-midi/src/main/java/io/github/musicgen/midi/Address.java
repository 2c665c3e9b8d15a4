package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.MetaContent;
import io.github.musicgen.midi.smf.MetaEvent;

/** Follows the port of a track: sixteen channels per port make up to 4,096 addresses. */
final class Address {

    private static final int CHANNELS = 16;
    private static final int DRUM_CHANNEL = 9;

    private int port;

    void follow(MetaEvent meta) {
        if (meta.type() == MetaContent.Port.TYPE && meta.content() instanceof MetaContent.Port change) {
            port = change.port();
        }
    }

    int of(ChannelEvent event) {
        return of(port, event.channel());
    }

    static int of(int port, int channel) {
        return port * CHANNELS + channel;
    }

    /** The address of the n-th part with pitches, from 0. */
    static int melodic(int n) {
        int channel = n % (CHANNELS - 1);
        return of(n / (CHANNELS - 1), channel < DRUM_CHANNEL ? channel : channel + 1);
    }

    /** The address of the n-th part of drums, from 0. */
    static int drums(int n) {
        return of(n, DRUM_CHANNEL);
    }

    static int port(int address) {
        return address / CHANNELS;
    }

    static int channel(int address) {
        return address % CHANNELS;
    }

    static boolean isDrums(int address) {
        return channel(address) == DRUM_CHANNEL;
    }
}
