package io.github.musicgen.midi.smf;

/** What a tick of a {@link MidiFile} is. */
public sealed interface Division {

    /**
     * Returns the two bytes that stand for this division in a file's header.
     *
     * @return a 16-bit number, its top bit set for {@link TimeCode}
     */
    int code();

    /**
     * Ticks count musical time: so many make a quarter note, and tempo events say how long that is.
     *
     * @param ticks 1 to 32,767
     */
    record TicksPerQuarter(int ticks) implements Division {

        /** Checks the range. */
        public TicksPerQuarter {
            EventRange.between("ticks per quarter", 1, 0x7FFF, ticks);
        }

        @Override
        public int code() {
            return ticks;
        }
    }

    /**
     * Ticks count SMPTE time: so many make a frame of film or television, whatever the tempo.
     *
     * @param rate the frames
     * @param ticksPerFrame 1 to 255
     */
    record TimeCode(FrameRate rate, int ticksPerFrame) implements Division {

        /** Checks the range. */
        public TimeCode {
            EventRange.between("ticks per frame", 1, 0xFF, ticksPerFrame);
        }

        @Override
        public int code() {
            return (-rate.code() & 0xFF) << 8 | ticksPerFrame;
        }

        /**
         * How many ticks are a quarter note, where there must be one: as many frames as last about a second, because that is a whole
         * number of microseconds.
         *
         * @return the ticks of 24, 25 or 30 frames
         */
        public int ticksPerQuarter() {
            return framesPerQuarter() * ticksPerFrame;
        }

        /**
         * How long such a quarter note is.
         *
         * @return a second, or 1,001,000 microseconds for 30 frames of American color television
         */
        public int microsecondsPerQuarter() {
            return (int) (1_000_000L * framesPerQuarter() * rate.seconds() / rate.frames());
        }

        private int framesPerQuarter() {
            return (rate.frames() + rate.seconds() - 1) / rate.seconds();
        }
    }

    /** How many frames pass in a second. */
    enum FrameRate {
        /** Film: 24 in a second. */
        FILM(24, 24, 1),
        /** European television: 25 in a second. */
        PAL(25, 25, 1),
        /** American color television, "30 drop frame", written as 29: 30,000 in 1,001 seconds. */
        NTSC(29, 30_000, 1_001),
        /** 30 in a second. */
        THIRTY(30, 30, 1);

        private final int code;
        private final int frames;
        private final int seconds;

        FrameRate(int code, int frames, int seconds) {
            this.code = code;
            this.frames = frames;
            this.seconds = seconds;
        }

        /**
         * Returns the number that a file writes for this rate.
         *
         * @return 24, 25, 29 or 30
         */
        public int code() {
            return code;
        }

        /**
         * Returns the frames that pass in {@link #seconds()}.
         *
         * @return a whole number
         */
        public int frames() {
            return frames;
        }

        /**
         * Returns the time in which {@link #frames()} pass.
         *
         * @return whole seconds
         */
        public int seconds() {
            return seconds;
        }
    }
}
