package io.github.musicgen.midi.smf;

/** What a {@link MetaEvent} says. */
public sealed interface MetaContent {

    /**
     * Returns the type under which a file says this.
     *
     * @return 0 to 127
     */
    int type();

    /**
     * Returns the bytes with which a file says this.
     *
     * @return the bytes after type and length
     */
    Payload payload();

    /**
     * The number of the pattern that this track is, in a file of format 2.
     *
     * @param number 0 to 65,535
     */
    record SequenceNumber(int number) implements MetaContent {

        /** Checks the range. */
        public SequenceNumber {
            EventRange.between("sequence number", 0, 0xFFFF, number);
        }

        @Override
        public int type() {
            return MetaContents.SEQUENCE_NUMBER;
        }

        @Override
        public Payload payload() {
            return MetaContents.bytes(number >> 8, number);
        }
    }

    /**
     * Text of some kind.
     *
     * @param kind what it is for
     * @param text the text, see {@link Payload#text()}
     */
    record Text(TextKind kind, String text) implements MetaContent {

        @Override
        public int type() {
            return kind.type();
        }

        @Override
        public Payload payload() {
            return Payload.ofText(text);
        }
    }

    /**
     * The channel that the meta and system exclusive events after this one speak of.
     *
     * @param channel 0 to 15
     */
    record ChannelPrefix(int channel) implements MetaContent {

        /** Checks the range. */
        public ChannelPrefix {
            EventRange.between("channel", 0, 15, channel);
        }

        @Override
        public int type() {
            return MetaContents.CHANNEL_PREFIX;
        }

        @Override
        public Payload payload() {
            return MetaContents.bytes(channel);
        }
    }

    /**
     * The MIDI port that the track is meant for.
     *
     * @param port 0 to 255
     */
    record Port(int port) implements MetaContent {

        /** The type of such an event. */
        public static final int TYPE = 0x21;

        /** Checks the range. */
        public Port {
            EventRange.between("port", 0, 255, port);
        }

        @Override
        public int type() {
            return MetaContents.PORT;
        }

        @Override
        public Payload payload() {
            return MetaContents.bytes(port);
        }
    }

    /**
     * The music takes another tempo.
     *
     * @param microsecondsPerQuarter 1 to 16,777,215; 500,000 is 120 quarters per minute
     */
    record TempoChange(int microsecondsPerQuarter) implements MetaContent {

        /** Checks the range. */
        public TempoChange {
            EventRange.between("tempo in microseconds per quarter", 1, 0xFFFFFF, microsecondsPerQuarter);
        }

        @Override
        public int type() {
            return MetaContents.TEMPO;
        }

        @Override
        public Payload payload() {
            return MetaContents.bytes(
                    microsecondsPerQuarter >> 16, microsecondsPerQuarter >> 8, microsecondsPerQuarter);
        }
    }

    /**
     * The SMPTE time at which the track starts.
     *
     * @param rate the frames
     * @param hours 0 to 23
     * @param minutes 0 to 59
     * @param seconds 0 to 59
     * @param frames 0 to 29
     * @param hundredths of a frame, 0 to 99
     */
    record SmpteOffset(Division.FrameRate rate, int hours, int minutes, int seconds, int frames, int hundredths)
            implements MetaContent {

        /** Checks the ranges. */
        public SmpteOffset {
            EventRange.between("hours", 0, 23, hours);
            EventRange.between("minutes", 0, 59, minutes);
            EventRange.between("seconds", 0, 59, seconds);
            EventRange.between("frames", 0, 29, frames);
            EventRange.between("hundredths of a frame", 0, 99, hundredths);
        }

        @Override
        public int type() {
            return MetaContents.SMPTE_OFFSET;
        }

        @Override
        public Payload payload() {
            return MetaContents.bytes(MetaContents.code(rate) << 5 | hours, minutes, seconds, frames, hundredths);
        }
    }

    /**
     * The music takes another meter.
     *
     * @param numerator 1 to 255
     * @param denominatorPower 0 to 255; the denominator is two to this power, so 2 stands for quarters
     * @param clocksPerClick MIDI clocks, 24 to a quarter, from one click of the metronome to the next, 0 to 255
     * @param thirtySecondsPerQuarter what the file calls a quarter, in thirty-seconds, 0 to 255; nearly always 8
     */
    record MeterChange(int numerator, int denominatorPower, int clocksPerClick, int thirtySecondsPerQuarter)
            implements MetaContent {

        /** Checks the ranges. */
        public MeterChange {
            EventRange.between("numerator", 1, 255, numerator);
            EventRange.between("power of the denominator", 0, 255, denominatorPower);
            EventRange.between("clocks per click", 0, 255, clocksPerClick);
            EventRange.between("thirty-seconds per quarter", 0, 255, thirtySecondsPerQuarter);
        }

        @Override
        public int type() {
            return MetaContents.METER;
        }

        @Override
        public Payload payload() {
            return MetaContents.bytes(numerator, denominatorPower, clocksPerClick, thirtySecondsPerQuarter);
        }
    }

    /**
     * The music takes another key.
     *
     * @param sharps in the signature, negative for flats, -7 to 7
     * @param minor whether the key is a minor one
     */
    record KeyChange(int sharps, boolean minor) implements MetaContent {

        /** Checks the range. */
        public KeyChange {
            EventRange.between("sharps", -7, 7, sharps);
        }

        @Override
        public int type() {
            return MetaContents.KEY;
        }

        @Override
        public Payload payload() {
            return MetaContents.bytes(sharps, minor ? 1 : 0);
        }
    }

    /**
     * Something for one program or device alone.
     *
     * @param payload the bytes, of which the first one or three name the maker
     */
    record SequencerSpecific(Payload payload) implements MetaContent {

        @Override
        public int type() {
            return MetaContents.SEQUENCER_SPECIFIC;
        }
    }

    /**
     * Something this library does not know, or that makes no sense.
     *
     * @param type 0 to 127
     * @param payload the bytes
     */
    record Opaque(int type, Payload payload) implements MetaContent {

        /** Checks the range. */
        public Opaque {
            EventRange.between("meta event type", 0, 127, type);
        }
    }
}
