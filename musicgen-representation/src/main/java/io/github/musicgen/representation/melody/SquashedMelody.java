package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.Pitch;

/**
 * A melody in the key and the range that a model knows.
 *
 * @param melody the melody as the model sees it
 * @param shift semitones that it was moved up by; notes that then lay outside the range were moved by octaves as well
 */
public record SquashedMelody(Melody melody, int shift) {

    static SquashedMelody of(Melody melody, int minPitch, int maxPitch, int key) {
        MelodyEvents.requireOctave(minPitch, maxPitch);
        if (key < 0 || key >= KeyHistogram.KEYS) {
            throw new IllegalArgumentException("key must be 0.." + (KeyHistogram.KEYS - 1) + ", but was " + key);
        }
        int shift = shift(melody, minPitch, maxPitch, key);
        return new SquashedMelody(melody.transpose(shift, minPitch, maxPitch), shift);
    }

    /**
     * A melody of the model, moved back to where this one came from. Notes that were moved by octaves stay where they are.
     *
     * @param continued what the model made of this melody
     * @return the melody in the key of the original
     */
    public Melody unsquash(Melody continued) {
        return continued.transpose(-shift);
    }

    /**
     * This melody, moved back to where it came from.
     *
     * @return the original, but for notes that were moved by octaves
     */
    public Melody unsquash() {
        return unsquash(melody);
    }

    private static int shift(Melody melody, int minPitch, int maxPitch, int key) {
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int i = 0; i < melody.length(); i++) {
            int event = melody.event(i);
            if (event >= Pitch.MIN) {
                lowest = Math.min(lowest, event);
                highest = Math.max(highest, event);
            }
        }
        if (lowest > highest) {
            return 0;
        }
        int keyShift = key - melody.keyHistogram().bestKey();
        double center = (lowest + highest) / 2.0;
        double target = (minPitch + maxPitch - 1) / 2.0;
        // Halves go to the even octave, as Magenta's rounding has it.
        double octaves = Math.rint((target - (center + keyShift)) / Pitch.PER_OCTAVE);
        return keyShift + Pitch.PER_OCTAVE * (int) octaves;
    }
}
