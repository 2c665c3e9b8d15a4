package io.github.musicgen.midi.playback;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the A of {@link WavSample} with a SoundFont, in a JVM of its own that {@link WavSoundFontTest} starts with the flag. */
final class SoundFontExport {
    private SoundFontExport() {}

    public static void main(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            try {
                WavExport.withSoundFont(Path.of(arguments[i])).write(WavSample.a4(), Path.of(arguments[i + 1]));
            } catch (IOException refused) {
                System.out.println(refused.getClass().getSimpleName() + " " + refused.getMessage());
            }
        }
    }
}
