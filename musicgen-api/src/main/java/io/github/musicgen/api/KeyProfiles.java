package io.github.musicgen.api;

import io.github.musicgen.representation.sequence.Pitch;

/** How well pitch classes fit keys: the correlation with the profiles that Krumhansl and Kessler found in listeners. */
final class KeyProfiles {
    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};
    private static final double[] MINOR = {6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17};

    private KeyProfiles() {}

    /** The correlation with the best major key, less that with the best minor key. */
    static double majorOverMinor(int[] histogram) {
        return best(histogram, MAJOR) - best(histogram, MINOR);
    }

    private static double best(int[] histogram, double[] profile) {
        double best = -1;
        for (int tonic = 0; tonic < Pitch.PER_OCTAVE; tonic++) {
            best = Math.max(best, correlation(histogram, profile, tonic));
        }
        return best;
    }

    private static double correlation(int[] histogram, double[] profile, int tonic) {
        double meanCount = 0;
        double meanProfile = 0;
        for (int i = 0; i < Pitch.PER_OCTAVE; i++) {
            meanCount += histogram[i] / (double) Pitch.PER_OCTAVE;
            meanProfile += profile[i] / Pitch.PER_OCTAVE;
        }
        double product = 0;
        double counts = 0;
        double weights = 0;
        for (int i = 0; i < Pitch.PER_OCTAVE; i++) {
            double count = histogram[(tonic + i) % Pitch.PER_OCTAVE] - meanCount;
            double weight = profile[i] - meanProfile;
            product += count * weight;
            counts += count * count;
            weights += weight * weight;
        }
        return counts == 0 ? 0 : product / Math.sqrt(counts * weights);
    }
}
