package io.github.musicgen.midi.musicxml.score;

import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenKey;

/** Something that happens at one moment of a measure and is not a note. */
public sealed interface Mark {

    /** A tempo, checked to be one that {@code Tempo} can hold. */
    record TempoMark(double quartersPerMinute) implements Mark {}

    /**
     * A dynamic.
     *
     * @param attack the velocity of notes that begin with it
     * @param level the velocity of notes after it; 0 if it leaves that as it was
     */
    record Dynamic(int attack, int level) implements Mark {}

    /** A rehearsal mark. */
    record Rehearsal(String text) implements Mark {}

    /** The sustain pedal goes down or up. */
    record Pedal(boolean down) implements Mark {}

    /** A chord symbol as written. */
    record ChordMark(Harmony harmony) implements Mark {}

    /** A key as written. */
    record KeyMark(WrittenKey key) implements Mark {}
}
