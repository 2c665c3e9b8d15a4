package io.github.musicgen.midi.playback;

import java.io.IOException;
import javax.sound.midi.Sequence;
import javax.sound.sampled.AudioInputStream;

/** Makes sound of messages. */
interface Renderer {
    /** Starts to render; the work is done while the stream is read, which is in {@link WavExport#FORMAT} and long enough. */
    AudioInputStream render(Sequence messages) throws IOException;
}
