package io.github.musicgen.examples.modulepath;

import io.github.musicgen.api.Generator;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Lets a model compose, makes a MIDI file of it in memory, and prints what it reads back. */
public final class Tune {
    private Tune() {}

    /**
     * Prints the pitches of a tune.
     *
     * @param arguments a model's file, and a seed
     * @throws IOException if there is no model in the file
     */
    public static void main(String[] arguments) throws IOException {
        byte[] midi = tune(Path.of(arguments[0]), Long.parseLong(arguments[1])).toBytes();
        NoteSequence read = MidiReader.read(MidiFile.parse(midi));
        System.out.println(
                read.notes().map(note -> String.valueOf(note.pitch())).collect(Collectors.joining(" ")));
    }

    static MidiFile tune(Path model, long seed) throws IOException {
        return Generator.load(model)
                .fromScratch()
                .steps(64)
                .seed(seed)
                .generate()
                .toMidiFile();
    }
}
