package io.github.musicgen.midi.playback;

import io.github.musicgen.midi.format.AtomicFile;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.sound.midi.Sequence;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Writes music as sound: WAV files of 44,100 samples a second, 16 bits, stereo, rendered by the synthesizer of the JDK. No audio
 * device is needed.
 *
 * <pre>{@code
 * WavExport.standard().write(music, Path.of("tune.wav"));
 * }</pre>
 *
 * <p>The file lasts {@value #TAIL_SECONDS} seconds longer than the music, in which the last notes die away. Music for more than
 * one MIDI port shares the sixteen channels of one.
 *
 * <p>The same music gives the same bytes again with the same SoundFont and the same Java. Without a SoundFont the JDK takes the
 * sounds that it finds on the machine; where there are none it makes up its own, at random, once for each user (it keeps them as
 * {@code .gervill/soundbank-emg.sf2} in the home folder), so that such files differ from one user to the next.
 */
public final class WavExport {
    /** The longest music that is written, in seconds: an hour, which makes 635 MB. */
    public static final double MAX_SECONDS = 3_600;

    /** How much longer than the music a file is, in seconds. */
    public static final int TAIL_SECONDS = 4;

    static final AudioFormat FORMAT = new AudioFormat(44_100, 16, 2, true, false);

    private final Renderer renderer;

    private WavExport(Renderer renderer) {
        this.renderer = renderer;
    }

    /**
     * An export with the sounds that the JDK finds or makes.
     *
     * @return the export
     */
    public static WavExport standard() {
        return new WavExport(StandardRenderer.INSTANCE);
    }

    /**
     * An export with the sounds of a SoundFont. The JDK has no public way to do that, so Java must be started with
     * {@code --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED}, or with the name of this module for
     * {@code ALL-UNNAMED} where the library is on the module path.
     *
     * @param soundFont a file in the format SF2
     * @return the export
     * @throws SoundFontException if the file is broken, or Java was started otherwise
     * @throws IOException if the file cannot be read
     */
    public static WavExport withSoundFont(Path soundFont) throws IOException {
        return new WavExport(SoundFontRenderer.load(soundFont));
    }

    /**
     * Writes music. Either the whole file appears at its place or what was there stays.
     *
     * @param music the music; if there is none in it, the file is silent
     * @param path where to; an existing file is replaced
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the music lasts more than {@link #MAX_SECONDS} or has more parts than MIDI has channels
     */
    public void write(NoteSequence music, Path path) throws IOException {
        requireLength(music.seconds());
        write(Timeline.of(music), path);
    }

    /**
     * Writes every event of a file as sound. Either the whole WAV file appears at its place or what was there stays.
     *
     * @param file the file; the patterns of format 2 follow one another
     * @param path where to; an existing file is replaced
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the music lasts more than {@link #MAX_SECONDS}
     */
    public void write(MidiFile file, Path path) throws IOException {
        write(Timeline.of(file), path);
    }

    private void write(Timeline timeline, Path path) throws IOException {
        double seconds = timeline.seconds();
        requireLength(seconds);
        Sequence messages = TimedMessages.of(timeline, Math.ceil(seconds));
        long frames = Math.round((seconds + TAIL_SECONDS) * FORMAT.getFrameRate());
        try (AudioInputStream sound = renderer.render(messages);
                AudioInputStream cut = new AudioInputStream(sound, FORMAT, frames)) {
            AtomicFile.write(path, stream -> AudioSystem.write(cut, AudioFileFormat.Type.WAVE, stream));
        }
    }

    private static void requireLength(double seconds) {
        if (!(seconds <= MAX_SECONDS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "music for a WAV file must last at most %.0f seconds, but lasts %.1f",
                    MAX_SECONDS,
                    Math.ceil(seconds * 10) / 10)); // rounded up, so that it never reads as within the bound
        }
    }
}
