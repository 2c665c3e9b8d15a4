package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Files that a song is fetched as. */
enum SongFormat {
    MIDI("mid", "audio/midi"),
    MUSICXML("musicxml", "application/vnd.recordare.musicxml+xml"),
    SVG("svg", "image/svg+xml"),
    WAV("wav", "audio/wav");

    private final String extension;
    private final String type;

    SongFormat(String extension, String type) {
        this.extension = extension;
        this.type = type;
    }

    static SongFormat ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst()
                .orElseThrow(() -> Refusal.field(
                        Refusal.NOT_FOUND,
                        "extension",
                        extension,
                        "one of "
                                + Arrays.stream(values())
                                        .map(SongFormat::extension)
                                        .collect(Collectors.joining(", "))));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String extension() {
        return extension;
    }

    String type() {
        return type;
    }
}
