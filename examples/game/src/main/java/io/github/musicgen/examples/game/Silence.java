package io.github.musicgen.examples.game;

/** An instrument that makes no sound. */
record Silence() implements Instrument {
    @Override
    public void noteOn(long frame, int pitch, int velocity) {}

    @Override
    public void noteOff(long frame, int pitch) {}
}
