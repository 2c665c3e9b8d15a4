package io.github.musicgen.examples.game;

import io.github.musicgen.representation.melody.Melody;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The music of the game: told of each frame, it plays what is due, and has the next bar made in time, in the mood of the moment.
 *
 * <p>Steps are whole frames long, so that nothing has to be rounded. Should a bar not be ready at its time, the one before is heard
 * again: late music is a pity, a gap is a fault.
 */
final class Soundtrack implements AutoCloseable {
    static final int FRAMES_PER_SECOND = 60;
    static final int FRAMES_PER_STEP = 8;
    static final int FRAMES_PER_QUARTER = 4 * FRAMES_PER_STEP;
    static final int FRAMES_PER_BAR = Bar.STEPS * FRAMES_PER_STEP;
    static final double QUARTERS_PER_MINUTE = 60.0 * FRAMES_PER_SECOND / FRAMES_PER_QUARTER;

    /** How long before its time a bar is ordered: as late as is safe, so that it knows what goes on. A step a frame leaves half. */
    private static final int LEAD_FRAMES = 2 * Bar.STEPS;

    private static final int SILENCE = -1;

    private final Workshop workshop;
    private final Instrument instrument;
    private Bar playing;
    private int bars;
    private int lateBars;
    private int sounding = SILENCE;

    private Soundtrack(Workshop workshop, Instrument instrument, Bar first) {
        this.workshop = workshop;
        this.instrument = instrument;
        this.playing = first;
    }

    /** Makes the first bar, which takes longer than a frame: call it while the level loads. */
    static Soundtrack load(Workshop workshop, Instrument instrument, Level level) {
        workshop.order(new BarOrder(level, Mood.ofDanger(0)));
        @Nullable Bar first = null;
        while (first == null) {
            workshop.work();
            Optional<Bar> ready = workshop.collect();
            first = ready.orElse(null);
        }
        return new Soundtrack(workshop, instrument, first);
    }

    /** What is heard in this frame; frames count from 0 on. Tells whether a bar was worked on in it. */
    boolean frame(long frame, Level level, double danger) {
        int frameOfBar = (int) (frame % FRAMES_PER_BAR);
        if (frameOfBar == 0) {
            turnPage(frame == 0);
        }
        if (frameOfBar % FRAMES_PER_STEP == 0) {
            play(frame, playing.events().get(frameOfBar / FRAMES_PER_STEP));
        }
        if (frameOfBar == FRAMES_PER_BAR - LEAD_FRAMES && !workshop.isBusy()) {
            workshop.order(new BarOrder(level, Mood.ofDanger(danger)));
        }
        return workshop.work();
    }

    private void turnPage(boolean first) {
        bars++;
        if (first) {
            return;
        }
        Optional<Bar> next = workshop.collect();
        if (next.isPresent()) {
            playing = next.get();
        } else {
            lateBars++;
        }
    }

    private void play(long frame, int event) {
        if (event == Melody.NO_EVENT) {
            return;
        }
        silence(frame);
        if (event != Melody.NOTE_OFF) {
            sounding = event;
            instrument.noteOn(frame, event, playing.order().mood().velocity());
        }
    }

    /** Ends what sounds. */
    void silence(long frame) {
        if (sounding != SILENCE) {
            instrument.noteOff(frame, sounding);
            sounding = SILENCE;
        }
    }

    /** The bar that is heard. */
    Bar playing() {
        return playing;
    }

    /** How many bars were begun. */
    int bars() {
        return bars;
    }

    /** How many of them were only the one before again. */
    int lateBars() {
        return lateBars;
    }

    @Override
    public void close() {
        workshop.close();
    }
}
