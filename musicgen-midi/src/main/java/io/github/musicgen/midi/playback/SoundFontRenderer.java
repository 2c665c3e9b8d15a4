package io.github.musicgen.midi.playback;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequence;
import javax.sound.midi.Soundbank;
import javax.sound.midi.Synthesizer;
import javax.sound.midi.Track;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/** Renders with a SoundFont, through a class of the JDK that is not exported unless Java is started so. */
final class SoundFontRenderer implements Renderer {
    private static final String INTERNALS = "com.sun.media.sound";
    private static final int HEADER = 12; // RIFF, length, form

    private final Path path;
    private final Soundbank soundFont;

    private SoundFontRenderer(Path path, Soundbank soundFont) {
        this.path = path;
        this.soundFont = soundFont;
    }

    static SoundFontRenderer load(Path path) throws IOException {
        checkHeader(path);
        newSynthesizer(path);
        Soundbank soundFont = read(path);
        if (soundFont.getInstruments().length == 0) {
            // So the JDK's reader takes many a fault: it stops there and is content with what it has.
            throw new SoundFontException(path, "a broken SoundFont: there are no instruments in it");
        }
        return new SoundFontRenderer(path, soundFont);
    }

    private static Soundbank read(Path path) throws SoundFontException {
        try {
            return MidiSystem.getSoundbank(path.toFile());
        } catch (InvalidMidiDataException | IOException | RuntimeException broken) {
            // The JDK's reader meets a broken file with whatever exception comes first.
            throw new SoundFontException(path, "a broken SoundFont: " + broken, broken);
        }
    }

    /**
     * The JDK believes every length that it reads, and takes WAV, DLS and even JAR files for sounds too; so this looks first.
     */
    private static void checkHeader(Path path) throws IOException {
        byte[] bytes;
        try (InputStream file = Files.newInputStream(path)) {
            bytes = file.readNBytes(HEADER);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (bytes.length < HEADER || !text.startsWith("RIFF") || !text.endsWith("sfbk")) {
            throw new SoundFontException(path, "not a SoundFont: it must begin with RIFF and sfbk");
        }
        long declared = Integer.toUnsignedLong(
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        long left = Files.size(path) - 8;
        if (declared > left) {
            throw new SoundFontException(
                    path, "a broken SoundFont: it says that " + declared + " bytes follow, but " + left + " do");
        }
    }

    @Override
    public AudioInputStream render(Sequence messages) throws IOException {
        Synthesizer synthesizer = newSynthesizer(path);
        try {
            AudioInputStream sound = openStream(synthesizer);
            synthesizer.loadAllInstruments(soundFont);
            Receiver receiver = synthesizer.getReceiver();
            Track track = messages.getTracks()[0];
            for (int i = 0; i < track.size(); i++) {
                // A tick is a microsecond here.
                receiver.send(track.get(i).getMessage(), track.get(i).getTick());
            }
            return sound;
        } catch (MidiUnavailableException | ReflectiveOperationException | RuntimeException refused) {
            synthesizer.close();
            throw new SoundFontException(path, "cannot be played: " + refused, refused);
        }
    }

    private static Synthesizer newSynthesizer(Path path) throws SoundFontException {
        try {
            return Class.forName(INTERNALS + ".SoftSynthesizer")
                    .asSubclass(Synthesizer.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException hidden) {
            Module module = SoundFontRenderer.class.getModule();
            throw new SoundFontException(
                    path,
                    "to use a SoundFont, start Java with --add-exports java.desktop/" + INTERNALS + "="
                            + (module.isNamed() ? module.getName() : "ALL-UNNAMED"),
                    hidden);
        }
    }

    private static AudioInputStream openStream(Synthesizer synthesizer)
            throws ReflectiveOperationException, MidiUnavailableException {
        try {
            return (AudioInputStream) Class.forName(INTERNALS + ".AudioSynthesizer")
                    .getMethod("openStream", AudioFormat.class, Map.class)
                    .invoke(synthesizer, WavExport.FORMAT, Map.of("load default soundbank", false));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof MidiUnavailableException unavailable) {
                throw unavailable;
            }
            throw thrown;
        }
    }
}
