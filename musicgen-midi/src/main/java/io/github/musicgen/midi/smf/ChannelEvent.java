package io.github.musicgen.midi.smf;

/** An event that speaks to one of the sixteen channels. Channels count from 0, so the drums of General MIDI are on 9. */
public sealed interface ChannelEvent extends MidiEvent {

    /**
     * Returns the channel.
     *
     * @return 0 to 15
     */
    int channel();

    /**
     * A key goes down.
     *
     * @param tick when, in ticks since the start of the track
     * @param channel 0 to 15
     * @param key 0 to 127, 60 is middle C
     * @param velocity 0 to 127; 0 means that the key goes up, see {@link #isRelease()}
     */
    record NoteOn(long tick, int channel, int key, int velocity) implements ChannelEvent {

        /** Checks the ranges. */
        public NoteOn {
            EventRange.channelEvent(tick, channel, key, velocity);
        }

        /**
         * Tells whether this is a note-off in disguise, which files use to save status bytes.
         *
         * @return whether the velocity is 0
         */
        public boolean isRelease() {
            return velocity == 0;
        }
    }

    /**
     * A key goes up.
     *
     * @param tick when, in ticks since the start of the track
     * @param channel 0 to 15
     * @param key 0 to 127
     * @param velocity of the release, 0 to 127
     */
    record NoteOff(long tick, int channel, int key, int velocity) implements ChannelEvent {

        /** Checks the ranges. */
        public NoteOff {
            EventRange.channelEvent(tick, channel, key, velocity);
        }
    }

    /**
     * A key that is down is pressed harder or softer.
     *
     * @param tick when, in ticks since the start of the track
     * @param channel 0 to 15
     * @param key 0 to 127
     * @param pressure 0 to 127
     */
    record KeyPressure(long tick, int channel, int key, int pressure) implements ChannelEvent {

        /** Checks the ranges. */
        public KeyPressure {
            EventRange.channelEvent(tick, channel, key, pressure);
        }
    }

    /**
     * A controller moves: volume, pan, pedals and so on.
     *
     * @param tick when, in ticks since the start of the track
     * @param channel 0 to 15
     * @param controller 0 to 127, from 120 on these are channel modes
     * @param value 0 to 127
     */
    record ControlChange(long tick, int channel, int controller, int value) implements ChannelEvent {

        /** Checks the ranges. */
        public ControlChange {
            EventRange.channelEvent(tick, channel, controller, value);
        }
    }

    /**
     * The channel takes another instrument.
     *
     * @param tick when, in ticks since the start of the track
     * @param channel 0 to 15
     * @param program 0 to 127
     */
    record ProgramChange(long tick, int channel, int program) implements ChannelEvent {

        /** Checks the ranges. */
        public ProgramChange {
            EventRange.channelEvent(tick, channel, program, 0);
        }
    }

    /**
     * All keys of the channel that are down are pressed harder or softer.
     *
     * @param tick when, in ticks since the start of the track
     * @param channel 0 to 15
     * @param pressure 0 to 127
     */
    record ChannelPressure(long tick, int channel, int pressure) implements ChannelEvent {

        /** Checks the ranges. */
        public ChannelPressure {
            EventRange.channelEvent(tick, channel, pressure, 0);
        }
    }

    /**
     * The pitch wheel moves.
     *
     * @param tick when, in ticks since the start of the track
     * @param channel 0 to 15
     * @param value -8192 (down) to 8191 (up), 0 is the center
     */
    record PitchBend(long tick, int channel, int value) implements ChannelEvent {

        /** The lowest value; the file stores the distance from it. */
        public static final int LOWEST = -8192;

        /** The highest value. */
        public static final int HIGHEST = 8191;

        /** Checks the ranges. */
        public PitchBend {
            EventRange.channelEvent(tick, channel, 0, 0);
            EventRange.between("pitch bend", LOWEST, HIGHEST, value);
        }
    }
}
