package io.github.musicgen.examples.recipes;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.representation.melody.BarWindows;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What several recipes need. */
final class Kitchen {
    private static final double QUARTERS_PER_MINUTE = 112;

    /** Two bars in G: a pitch starts a note, -2 lets it sound on, each a sixteenth. */
    private static final Melody TUNE = Melody.of(
            67, -2, 71, -2, 74, -2, 71, -2, 79, -2, -2, -2, 78, -2, 76, -2, //
            74, -2, 71, -2, 72, -2, 69, -2, 71, -2, -2, -2, 67, -2, -2, -2);

    private Kitchen() {}

    /** Two bars. */
    static Melody tune() {
        return TUNE;
    }

    /** Writes melodies one behind the other. */
    static Path write(List<Melody> melodies, Path file) throws IOException {
        MusicFiles.write(BarWindows.join(melodies).toNoteSequence(QUARTERS_PER_MINUTE), file);
        return file;
    }

    /** Music to continue. */
    static NoteSequence primer() {
        return TUNE.toNoteSequence(QUARTERS_PER_MINUTE);
    }

    /** The same, higher or lower. */
    static NoteSequence primer(int semitones) {
        return TUNE.transpose(semitones).toNoteSequence(QUARTERS_PER_MINUTE);
    }

    /** The folder that the first argument names; it is made if need be. */
    static Path folder(String[] arguments) throws IOException {
        if (arguments.length < 1) {
            throw new IllegalArgumentException("the first argument must be the folder to write to, but arguments were "
                    + Arrays.toString(arguments));
        }
        return Files.createDirectories(Path.of(arguments[0]));
    }
}
