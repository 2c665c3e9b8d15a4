package io.github.musicgen.midi.playback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.sound.midi.Sequence;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The JDK's public way: to its audio system a MIDI file is a sound file. It adds four seconds to the last whole one. */
enum StandardRenderer implements Renderer {
    INSTANCE;

    @Override
    public AudioInputStream render(Sequence messages) throws IOException {
        byte[] file = TimedMessages.bytes(messages);
        try {
            return AudioSystem.getAudioInputStream(
                    WavExport.FORMAT, AudioSystem.getAudioInputStream(new ByteArrayInputStream(file)));
        } catch (UnsupportedAudioFileException notOfThisJdk) {
            throw new IOException("this Java has no synthesizer that renders MIDI files", notOfThisJdk);
        }
    }
}
