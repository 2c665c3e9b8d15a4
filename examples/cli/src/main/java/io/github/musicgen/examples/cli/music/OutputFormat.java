package io.github.musicgen.examples.cli.music;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.midi.format.FileNames;
import io.github.musicgen.midi.playback.WavExport;
import io.github.musicgen.representation.picture.PianoRollSvg;
import io.github.musicgen.representation.picture.Theme;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code convert} and {@code continue} write, by the extension of a file. */
public enum OutputFormat {
    /** A Standard MIDI File. */
    MIDI,
    /** A score. */
    MUSICXML,
    /** A picture. */
    SVG,
    /** Sound. */
    WAV;

    List<String> extensions() {
        return switch (this) {
            case MIDI -> MusicFormat.MIDI.extensions();
            case MUSICXML -> MusicFormat.MUSICXML.extensions();
            case SVG -> List.of(".svg");
            case WAV -> List.of(".wav");
        };
    }

    /** Whether a file of this name has this format. */
    public boolean fits(Path path) {
        return FileNames.hasOneOf(path.toString(), extensions());
    }

    public static OutputFormat of(Path path) {
        return Arrays.stream(values())
                .filter(format -> format.fits(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the output must end with one of "
                        + Arrays.stream(values())
                                .flatMap(format -> format.extensions().stream())
                                .collect(Collectors.joining(" "))
                        + ", but was \"" + path + "\""));
    }

    public void write(NoteSequence music, Path path) throws IOException {
        switch (this) {
            case MIDI, MUSICXML -> MusicFiles.write(music, path);
            case SVG ->
                AtomicFile.write(
                        path, PianoRollSvg.of(music).theme(Theme.AUTO).svg().getBytes(StandardCharsets.UTF_8));
            case WAV -> WavExport.standard().write(music, path);
        }
    }
}
