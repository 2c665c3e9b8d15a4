package io.github.musicgen.representation.encoding;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/**
 * The events of melodies in a range: 0 is no event, 1 a note-off, and from 2 on come the pitches.
 *
 * @param minPitch the lowest pitch
 * @param maxPitch the pitch above the highest
 */
public record MelodyVocabulary(int minPitch, int maxPitch) implements EventVocabulary {
    /** Codes before the first pitch. */
    static final int SPECIAL_EVENTS = 2;

    /** Checks the range. */
    public MelodyVocabulary {
        if (minPitch < Pitch.MIN || maxPitch > Pitch.MAX + 1 || minPitch >= maxPitch) {
            throw new IllegalArgumentException(
                    "range of a melody must lie within 0..128 and hold a pitch, but was " + minPitch + ".." + maxPitch);
        }
    }

    /** Pitches in the range. */
    int pitches() {
        return maxPitch - minPitch;
    }

    @Override
    public int size() {
        return SPECIAL_EVENTS + pitches();
    }

    @Override
    public int defaultEvent() {
        return Melody.NO_EVENT;
    }

    @Override
    public int code(int event) {
        return requireEvent(event) < Pitch.MIN ? event + SPECIAL_EVENTS : event - minPitch + SPECIAL_EVENTS;
    }

    @Override
    public int event(int code) {
        Classes.require(code, size());
        return code < SPECIAL_EVENTS ? code - SPECIAL_EVENTS : code - SPECIAL_EVENTS + minPitch;
    }

    int requireEvent(int event) {
        if (event < Melody.NO_EVENT || event >= maxPitch || (event >= Pitch.MIN && event < minPitch)) {
            throw new IllegalArgumentException("event must be " + Melody.NO_EVENT + ", " + Melody.NOTE_OFF
                    + " or a pitch in " + minPitch + ".." + (maxPitch - 1) + ", but was " + event);
        }
        return event;
    }
}
