package io.github.musicgen.midi.musicxml.score;

import java.util.SortedSet;

/** What tells the order in which measures are played. */
public sealed interface FormMark {

    /** A repeat begins with the measure. */
    record RepeatStart() implements FormMark {}

    /**
     * A repeat ends with the measure.
     *
     * @param times how often it is played in all
     * @param afterJump whether it is played again after a jump
     */
    record RepeatEnd(int times, boolean afterJump) implements FormMark {}

    /** An ending begins with the measure, for the passes with these numbers. */
    record EndingStart(SortedSet<Integer> passes) implements FormMark {}

    /** An ending ends with the measure. */
    record EndingStop() implements FormMark {}

    /** The measure that a dal segno jumps to. */
    record Segno(String id) implements FormMark {}

    /** The measure that a to-coda jumps to. */
    record Coda(String id) implements FormMark {}

    /** After the measure, on the way back, go to the coda. */
    record ToCoda(String id) implements FormMark {}

    /** After the measure go back to the segno. */
    record DalSegno(String id) implements FormMark {}

    /** After the measure go back to the beginning. */
    record DaCapo() implements FormMark {}

    /** After the measure, on the way back, the music ends. */
    record Fine() implements FormMark {}
}
