package io.github.musicgen.representation.encoding;

import io.github.musicgen.representation.melody.DrumPattern;

/**
 * What can be struck together on nine drums: 512 events, which are their own codes. As an input they are rolls: a 1 for each drum that is
 * struck, and behind them one for silence.
 */
public record DrumVocabulary() implements EventVocabulary {
    private static final int DRUMS = DrumPattern.CLASSES.size();

    @Override
    public int size() {
        return DrumPattern.MAX_EVENT + 1;
    }

    @Override
    public int defaultEvent() {
        return DrumPattern.SILENCE;
    }

    @Override
    public int code(int event) {
        if (event < DrumPattern.SILENCE || event > DrumPattern.MAX_EVENT) {
            throw new IllegalArgumentException("event of drums must be " + DrumPattern.SILENCE + ".."
                    + DrumPattern.MAX_EVENT + ", but was " + event);
        }
        return event;
    }

    @Override
    public int event(int code) {
        Classes.require(code, size());
        return code;
    }

    /**
     * The width of a roll.
     *
     * @return the classes of drums, and 1 for silence
     */
    public int rollSize() {
        return DRUMS + 1;
    }

    /**
     * Writes an event as a roll.
     *
     * @param event the event
     * @param sink takes the entries that are not zero
     * @throws IllegalArgumentException if there is no such event
     */
    public void writeRoll(int event, InputSink sink) {
        int struck = code(event);
        for (int drum = 0; drum < DRUMS; drum++) {
            if ((struck >> drum & 1) != 0) {
                sink.add(drum, 1);
            }
        }
        if (struck == DrumPattern.SILENCE) {
            sink.add(DRUMS, 1);
        }
    }
}
