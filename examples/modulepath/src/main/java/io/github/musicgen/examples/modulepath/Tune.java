package io.github.musicgen.examples.modulepath;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.midi.MalformedMidiException;
import io.github.musicgen.midi.MidiFile;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.stream.Collectors;

/** Draws a tune, makes a MIDI file of it in memory, and prints what it reads back. */
public final class Tune {

    private static final int TICKS_PER_QUARTER = 480;
    private static final int[] PENTATONIC = {60, 62, 64, 67, 69, 72};

    private Tune() {}

    /**
     * Prints the pitches of a tune.
     *
     * @param arguments the seed, a whole number
     * @throws MalformedMidiException never: the file read is the one just written
     */
    public static void main(String[] arguments) throws MalformedMidiException {
        byte[] midi = MidiWriter.toMidiFile(tune(Long.parseLong(arguments[0]))).toBytes();
        NoteSequence read = MidiReader.read(MidiFile.parse(midi));
        System.out.println(
                read.notes().map(note -> String.valueOf(note.pitch())).collect(Collectors.joining(" ")));
    }

    static NoteSequence tune(long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        Part.Builder part = Part.builder("tune");
        for (int i = 0; i < 8; i++) {
            long start = (long) i * TICKS_PER_QUARTER;
            part.note(PENTATONIC[random.nextInt(PENTATONIC.length)], 80, start, start + TICKS_PER_QUARTER);
        }
        return NoteSequence.builder(TICKS_PER_QUARTER).part(part.build()).build();
    }
}
