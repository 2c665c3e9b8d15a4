package io.github.musicgen.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Tells music from silence and noise, as far as a program can. */
final class Music {
    private Music() {}

    /** Refuses a file in which there is hardly anything, or one note again and again, or what no voice reaches. */
    static void check(Path midi) {
        NoteSequence music = read(midi);
        List<Note> notes = music.notes().sorted().toList();
        assertThat(notes).as(midi + ": notes").hasSizeGreaterThanOrEqualTo(12);
        assertThat(notes.stream().map(Note::pitch).distinct())
                .as(midi + ": pitches")
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(notes)
                .as(midi + ": range")
                .allSatisfy(note -> assertThat(note.pitch()).isBetween(36, 96));
        assertThat(notes)
                .as(midi + ": lengths")
                .allSatisfy(note -> assertThat(note.durationTicks()).isBetween(1L, 8L * music.ticksPerQuarter()));
        assertThat(longestRest(notes)).as(midi + ": longest rest").isLessThanOrEqualTo(4L * music.ticksPerQuarter());
    }

    private static long longestRest(List<Note> notes) {
        long longest = notes.get(0).startTick();
        for (int i = 1; i < notes.size(); i++) {
            longest = Math.max(
                    longest, notes.get(i).startTick() - notes.get(i - 1).endTick());
        }
        return longest;
    }

    static NoteSequence read(Path midi) {
        try {
            return MidiReader.read(midi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
