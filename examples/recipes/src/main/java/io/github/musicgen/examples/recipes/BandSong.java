package io.github.musicgen.examples.recipes;

import io.github.musicgen.api.Band;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;

/** A band composes, goes on, and plays to a melody. */
public final class BandSong {
    private BandSong() {}

    /**
     * Composes for piano, guitar, bass, strings and drums.
     *
     * @param arguments the folder to write to
     * @throws IOException if the music cannot be written or read
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Kitchen.folder(arguments);
        Band band = Band.load("arcade"); // lies in musicgen-api with the classifier more-models

        NoteSequence song = band.request().seed(7).tempo(140).inKey("E minor").compose(60);
        write(song, folder.resolve("song.mid"));
        write(band.request().seed(7).segments(8).continueSong(song), folder.resolve("longer.mid"));
        write(band.request().temperature(0.5).accompany(Kitchen.primer()), folder.resolve("accompanied.mid"));
    }

    private static void write(NoteSequence music, Path file) throws IOException {
        MidiWriter.write(music, file);
        System.out.printf(
                "%s: %.0f seconds, %d parts%n",
                file, music.seconds(), music.parts().size());
    }
}
