package io.github.musicgen.examples.game;

/** What the soundtrack plays on. */
interface Instrument {
    void noteOn(long frame, int pitch, int velocity);

    void noteOff(long frame, int pitch);

    /** Both at once. */
    static Instrument both(Instrument one, Instrument other) {
        return new Instrument() {
            @Override
            public void noteOn(long frame, int pitch, int velocity) {
                one.noteOn(frame, pitch, velocity);
                other.noteOn(frame, pitch, velocity);
            }

            @Override
            public void noteOff(long frame, int pitch) {
                one.noteOff(frame, pitch);
                other.noteOff(frame, pitch);
            }
        };
    }
}
