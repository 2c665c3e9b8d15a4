package io.github.musicgen.api;

import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.format.FileNames;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.smf.TextKind;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a generator made, and how.
 *
 * @param whole the primer, tick for tick, and then the continuation
 * @param continuation the new notes alone, which start at tick 0
 * @param melody the same on the model's grid, one event for each step; as in every melody, a note-off before its first note is no
 *     event
 * @param recipe enough to make it again
 * @param logLikelihood how likely the model finds the continuation, in nats, without masks and at temperature 1: the nearer to 0, the
 *     likelier
 */
public record Generation(
        NoteSequence whole, NoteSequence continuation, Melody melody, Recipe recipe, double logLikelihood) {
    /**
     * What was drawn from.
     *
     * @return the seed: the same model and options give the same notes with it
     */
    public long seed() {
        return recipe.options().seed();
    }

    /**
     * Whether all steps asked for were made.
     *
     * @return not if it was cancelled, or ran out of time
     */
    public boolean complete() {
        return recipe.stepsMade() == recipe.options().steps();
    }

    /**
     * The whole as a MIDI file, with the recipe as a text event.
     *
     * @return the file
     */
    public MidiFile toMidiFile() {
        MidiFile file = MidiWriter.toMidiFile(whole);
        List<MidiTrack> tracks = new ArrayList<>(file.tracks());
        MidiTrack score = tracks.get(0);
        List<MidiEvent> events = new ArrayList<>(score.events());
        events.add(0, MetaEvent.text(0, TextKind.TEXT, recipe.toText()));
        tracks.set(0, MidiTrack.of(events, score.endTick()));
        return new MidiFile(file.format(), file.division(), tracks);
    }

    /**
     * Writes the MIDI file. It appears as a whole, or not at all.
     *
     * @param path where to, with a name that ends as those of MIDI files do; what is there is replaced
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the name promises something else
     */
    public void write(Path path) throws IOException {
        if (!FileNames.hasOneOf(path.toString(), MidiFile.EXTENSIONS)) {
            throw new IllegalArgumentException(
                    "a generation is written as a MIDI file, whose name must end with one of "
                            + String.join(" ", MidiFile.EXTENSIONS) + ", but was \"" + path + "\"");
        }
        toMidiFile().write(path);
    }
}
