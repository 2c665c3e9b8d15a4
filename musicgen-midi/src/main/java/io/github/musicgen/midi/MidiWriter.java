package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.Division.TicksPerQuarter;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a {@link MidiFile} of a {@link NoteSequence}: format 1, a first track with the title, tempos, meters, keys, chord symbols
 * and markers, then a track for each part, each on a channel of its own. Drums are on channel 9. Where fifteen channels (or one
 * for drums) are not enough, further parts go to further MIDI ports.
 *
 * <p>{@link MidiReader} makes an equal sequence of the file, with two exceptions, both of what the format cannot say:
 *
 * <ul>
 *   <li>If within a part a note lies inside another one of the same pitch, they change their ends: the note that was struck first
 *       ends first.
 *   <li>Half of a surrogate pair in a text becomes a question mark.
 * </ul>
 */
public final class MidiWriter {

    /** The most melodic parts that there are channels for. */
    static final int MAX_MELODIC_PARTS = 15 * 256;

    /** The most parts of drums that there are channels for. */
    static final int MAX_DRUM_PARTS = 256;

    private MidiWriter() {}

    /**
     * Writes music to disk. Either the whole file appears at its place or what was there stays.
     *
     * @param sequence the music
     * @param path where to; an existing file is replaced
     * @throws IOException if the bytes cannot be written
     * @throws IllegalArgumentException if there are more parts than channels
     */
    public static void write(NoteSequence sequence, Path path) throws IOException {
        toMidiFile(sequence).write(path);
    }

    /**
     * Writes music as events.
     *
     * @param sequence the music
     * @return the file
     * @throws IllegalArgumentException if there are more than 3,840 parts with pitches or 256 of drums
     */
    public static MidiFile toMidiFile(NoteSequence sequence) {
        List<MidiTrack> tracks = new ArrayList<>();
        tracks.add(ScoreTrack.of(sequence));
        int melodic = 0;
        int drums = 0;
        for (Part part : sequence.parts()) {
            int address = part.drums() ? Address.drums(drums++) : Address.melodic(melodic++);
            requireAtMost("number of melodic parts", MAX_MELODIC_PARTS, melodic);
            requireAtMost("number of drum parts", MAX_DRUM_PARTS, drums);
            tracks.add(new PartTrack(part, address).track());
        }
        return new MidiFile(1, new TicksPerQuarter(sequence.ticksPerQuarter()), tracks);
    }

    private static void requireAtMost(String name, int most, int value) {
        if (value > most) {
            throw new IllegalArgumentException(name + " must be 0.." + most + ", but was " + value);
        }
    }
}
