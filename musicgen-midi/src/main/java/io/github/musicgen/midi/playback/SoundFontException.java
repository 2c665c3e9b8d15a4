package io.github.musicgen.midi.playback;

import java.io.IOException;
import java.nio.file.Path;

/** A SoundFont cannot be used: it is broken, or this Java was not started so that it could be loaded. */
public final class SoundFontException extends IOException {
    private static final long serialVersionUID = 1L;

    SoundFontException(Path soundFont, String problem, Throwable cause) {
        super(soundFont + ": " + problem, cause);
    }

    SoundFontException(Path soundFont, String problem) {
        super(soundFont + ": " + problem);
    }
}
