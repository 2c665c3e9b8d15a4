package io.github.musicgen.midi.files;

import io.github.musicgen.midi.format.FileNames;
import io.github.musicgen.midi.smf.MidiFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that music is read from. */
public enum MusicFormat {
    /** Standard MIDI Files. */
    MIDI,
    /** MusicXML, plain or compressed. */
    MUSICXML,
    /** ABC notation. */
    ABC;

    /**
     * What the names of such files end with.
     *
     * @return the extensions, each with its dot, in lower case
     */
    public List<String> extensions() {
        return switch (this) {
            case MIDI -> MidiFile.EXTENSIONS;
            case MUSICXML -> List.of(".musicxml", ".xml", ".mxl");
            case ABC -> List.of(".abc");
        };
    }

    /**
     * The format of a file by its name.
     *
     * @param path the file
     * @return the format
     * @throws IllegalArgumentException if the name has none of the extensions
     */
    public static MusicFormat of(Path path) {
        return ofName(path.toString())
                .orElseThrow(() -> new IllegalArgumentException("the name of a music file must end with one of "
                        + Arrays.stream(values())
                                .flatMap(format -> format.extensions().stream())
                                .collect(Collectors.joining(" "))
                        + ", but was \"" + Objects.requireNonNullElse(path.getFileName(), path) + "\""));
    }

    /**
     * The format that a name tells, of a file or of an entry of an archive.
     *
     * @param name the name
     * @return the format; nothing if the name has none of the extensions
     */
    public static Optional<MusicFormat> ofName(String name) {
        for (MusicFormat format : values()) {
            if (FileNames.hasOneOf(name, format.extensions())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
