package io.github.musicgen.midi.playback;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The samples of a WAV file, as the JDK reads it. */
final class Sound {
    private static final int RATE = 44_100;
    private final short[] left; // [frames]

    private Sound(short[] left) {
        this.left = left;
    }

    static Sound read(Path path) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream stream = AudioSystem.getAudioInputStream(path.toFile())) {
            if (!stream.getFormat().matches(WavExport.FORMAT)) {
                throw new IOException("unexpected format " + stream.getFormat());
            }
            byte[] bytes = stream.readAllBytes();
            short[] left = new short[bytes.length / 4];
            for (int i = 0; i < left.length; i++) {
                left[i] = (short) ((bytes[4 * i] & 0xFF) | (bytes[4 * i + 1] << 8));
            }
            return new Sound(left);
        }
    }

    double seconds() {
        return (double) left.length / RATE;
    }

    /** The loudest sample between two seconds. */
    int peak(double from, double to) {
        int peak = 0;
        for (int i = frame(from); i < frame(to); i++) {
            peak = Math.max(peak, Math.abs(left[i]));
        }
        return peak;
    }

    /** When the sound is first as loud as this after a time. */
    double onset(double from, int loudness) {
        int i = frame(from);
        while (i < left.length && Math.abs(left[i]) < loudness) {
            i++;
        }
        return (double) i / RATE;
    }

    /** The frequency between 300 and 600 Hz whose period repeats best. */
    double frequency(double from, double to) {
        int best = 0;
        double bestSum = Double.NEGATIVE_INFINITY;
        for (int lag = RATE / 600; lag <= RATE / 300; lag++) {
            double sum = 0;
            for (int i = frame(from); i < frame(to); i++) {
                sum += (double) left[i] * left[i + lag];
            }
            if (sum > bestSum) {
                bestSum = sum;
                best = lag;
            }
        }
        return (double) RATE / best;
    }

    private int frame(double seconds) {
        return (int) Math.min(left.length, Math.round(seconds * RATE));
    }
}
