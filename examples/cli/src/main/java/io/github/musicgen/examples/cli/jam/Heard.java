package io.github.musicgen.examples.cli.jam;

/** What comes from somebody who plays. Times are microseconds of one clock. */
sealed interface Heard {
    /** A key went down. */
    record On(long microseconds, int pitch, int velocity) implements Heard {}

    /** It went up. */
    record Off(long microseconds, int pitch) implements Heard {}

    /** A key was struck that cannot tell when it goes up: one of a computer. */
    record Struck(long microseconds, int pitch) implements Heard {}

    /** That was all. */
    record End() implements Heard {}
}
