package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;

/** How well notes fit into each of the twelve major keys. */
public final class KeyHistogram {
    /** The keys that are told apart: one for each pitch class, C major being 0. */
    public static final int KEYS = Pitch.PER_OCTAVE;

    private static final int MAJOR_SCALE = 0b1010_1011_0101; // bit i: i semitones above the tonic belong to the scale

    private final long[] counts = new long[KEYS]; // [keys]: notes that belong to the key

    /** A histogram of no notes. */
    public KeyHistogram() {}

    /**
     * Whether a pitch belongs to a major key.
     *
     * @param key the pitch class of the tonic, 0 to 11
     * @param pitch a pitch or a pitch class, not negative
     * @return whether it does
     */
    public static boolean contains(int key, int pitch) {
        return ((MAJOR_SCALE >> (pitch + KEYS - key) % KEYS) & 1) == 1;
    }

    /**
     * Counts one more note.
     *
     * @param pitch its pitch
     */
    public void add(int pitch) {
        for (int key = 0; key < KEYS; key++) {
            if (contains(key, pitch)) {
                counts[key]++;
            }
        }
    }

    /** Forgets all notes. */
    public void clear() {
        Arrays.fill(counts, 0);
    }

    /**
     * Takes over the notes of another histogram.
     *
     * @param other the histogram to be like
     */
    public void copyFrom(KeyHistogram other) {
        System.arraycopy(other.counts, 0, counts, 0, KEYS);
    }

    /**
     * How many of the notes belong to a key.
     *
     * @param key the pitch class of its tonic, 0 to 11
     * @return notes
     */
    public long count(int key) {
        return counts[key];
    }

    /**
     * The key that most notes belong to.
     *
     * @return the pitch class of its tonic; of several such keys the lowest
     */
    public int bestKey() {
        int best = 0;
        for (int key = 1; key < KEYS; key++) {
            if (counts[key] > counts[best]) {
                best = key;
            }
        }
        return best;
    }

    /**
     * All keys that most notes belong to.
     *
     * @return a set: bit i says whether key i is one of them; all twelve if there are no notes
     */
    public int bestKeys() {
        long most = counts[bestKey()];
        int keys = 0;
        for (int key = 0; key < KEYS; key++) {
            if (counts[key] == most) {
                keys |= 1 << key;
            }
        }
        return keys;
    }
}
