package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.MalformedMidiException;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes a {@link NoteSequence} of a {@link MidiFile}. Every file that can be read has one.
 *
 * <pre>{@code
 * NoteSequence tune = MidiReader.read(Path.of("tune.mid"));
 * }</pre>
 *
 * <ul>
 *   <li><b>Notes</b> pair first in, first out per track, channel and pitch. Notes of no length stay. What does not pair is
 *       reported as a {@link MidiNotice}. Velocities of releases and key pressures have no place in a note.
 *   <li><b>Parts</b>: one for each track, channel and program that plays notes, named after the track, in the order of their first
 *       notes within the order of the tracks. Channel 9 plays drums. A track that never changes the program of its channel follows
 *       the changes in other tracks. A track of its own channel without notes is a part too, unless it is the first.
 *   <li><b>Controllers and pitch bends</b> go to the part that the channel plays; before the first note and around a program
 *       change to the part of the next note. From a track without notes they go to the first part that plays the channel.
 *   <li><b>Title</b>: the name of the first track, if that plays no notes or is the only one.
 *   <li><b>Lyrics</b> go to the part of the note with which or before which they stand in their track; from a track without notes
 *       (and so the text events of {@code .kar} files) to the part that has most notes beginning when they do.
 *   <li><b>Chord symbols</b> are text events that begin with {@code chord: }. Other text events, system exclusive events and
 *       whatever else is for devices stay behind.
 *   <li><b>Time code</b>: a second (of NTSC frames: 1.001 seconds) becomes a quarter, so the time of every tick stays exact.
 *       Tempo events do not count then.
 *   <li><b>Format 2</b>: the patterns follow one another, each as long as its track.
 * </ul>
 */
public final class MidiReader {

    private MidiReader() {}

    /**
     * Reads the music of a file, strictly.
     *
     * @param path where the file is
     * @return the music
     * @throws MalformedMidiException if the file breaks the rules of the format
     * @throws IOException if the bytes cannot be read
     */
    public static NoteSequence read(Path path) throws IOException {
        return read(MidiFile.read(path));
    }

    /**
     * Reads the music of a file.
     *
     * @param file the file
     * @return the music
     */
    public static NoteSequence read(MidiFile file) {
        return readWithNotices(file).sequence();
    }

    /**
     * Reads the music of a file and says what was strange about it.
     *
     * @param file the file
     * @return the music and the notices
     */
    public static MidiReading readWithNotices(MidiFile file) {
        return new SequenceReader(file).read();
    }
}
