package io.github.musicgen.midi.abc;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Pitch;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

/** Reads tunes for tests, and writes notes in a form that can be read at a glance. */
final class Tunes {
    private Tunes() {}

    /** The only tune of a text. */
    static AbcTune tune(String... lines) {
        try {
            return AbcReader.parseLenient(String.join("\n", lines)).get(0);
        } catch (MalformedAbcException e) {
            throw new AssertionError(e);
        }
    }

    /** Lines of music in C major, counted in quarters, that must keep to the rules. */
    static NoteSequence music(String... lines) {
        return strictly("X:1\nL:1/4\nK:C\n" + String.join("\n", lines));
    }

    /** The only tune of a text that must keep to the rules. */
    static NoteSequence strictly(String... lines) {
        try {
            return AbcReader.parse(String.join("\n", lines)).get(0).sequence();
        } catch (MalformedAbcException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of all pitches, such as {@code C4 Eb4}. */
    static String pitches(NoteSequence sequence) {
        return sequence.notes().map(note -> Pitch.nameOf(note.pitch())).collect(Collectors.joining(" "));
    }

    /** Start and length of all notes in quarters, such as {@code 0+1 1+1/2}. */
    static String times(NoteSequence sequence) {
        return sequence.notes()
                .map(note -> quarters(note.startTick(), sequence) + "+" + quarters(note.durationTicks(), sequence))
                .collect(Collectors.joining(" "));
    }

    /** Pitch, start and length of all notes, such as {@code C4:0+1 Eb4:1+1/2}. */
    static String notes(NoteSequence sequence) {
        return notes(sequence, sequence.notes().toList());
    }

    static String notes(NoteSequence sequence, List<Note> notes) {
        return notes.stream()
                .map(note -> Pitch.nameOf(note.pitch()) + ":" + quarters(note.startTick(), sequence) + "+"
                        + quarters(note.durationTicks(), sequence))
                .collect(Collectors.joining(" "));
    }

    /** The time signatures and where they begin in quarters, such as {@code 0:4/4}. */
    static String meters(NoteSequence sequence) {
        return sequence.meterMap().timeSignatures().stream()
                .map(meter -> quarters(meter.tick(), sequence) + ":" + meter.numerator() + "/" + meter.denominator())
                .collect(Collectors.joining(" "));
    }

    static String quarters(long ticks, NoteSequence sequence) {
        long ticksPerQuarter = sequence.ticksPerQuarter();
        long common = BigInteger.valueOf(ticks)
                .gcd(BigInteger.valueOf(ticksPerQuarter))
                .longValue();
        long denominator = ticksPerQuarter / common;
        return denominator == 1 ? String.valueOf(ticks / common) : ticks / common + "/" + denominator;
    }
}
