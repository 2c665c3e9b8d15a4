package io.github.musicgen.representation.harmony;

import io.github.musicgen.representation.sequence.Pitch;

/** How well pitch classes fit into keys: the correlation with how well Krumhansl and Kessler found them to fit for listeners. */
public enum KeyProfile {
    /** That of major keys. */
    MAJOR(ScaleKind.MAJOR, 6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
    /** That of minor keys. */
    MINOR(ScaleKind.MINOR, 6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17);

    private final ScaleKind kind;

    @SuppressWarnings("ImmutableEnumChecker") // written to by nobody
    private final double[] weights; // [semitones above the tonic]

    KeyProfile(ScaleKind kind, double... weights) {
        this.kind = kind;
        this.weights = weights;
    }

    /**
     * What keys it is about.
     *
     * @return major or minor
     */
    public ScaleKind kind() {
        return kind;
    }

    /**
     * How well pitch classes fit into a key.
     *
     * @param tonic the pitch class of its tonic
     * @param heard how much each pitch class is heard, C first // [Pitch.PER_OCTAVE]
     * @return from -1 to 1; 0, but for rounding, if all are heard equally
     * @throws IllegalArgumentException if there are not twelve, or the tonic is no pitch class
     */
    public double fit(int tonic, double... heard) {
        PitchClasses.require("tonic", tonic);
        if (heard.length != Pitch.PER_OCTAVE) {
            throw new IllegalArgumentException(
                    "there must be " + Pitch.PER_OCTAVE + " pitch classes, but were " + heard.length);
        }
        double meanHeard = 0;
        double meanWeight = 0;
        for (int i = 0; i < Pitch.PER_OCTAVE; i++) {
            meanHeard += heard[i] / Pitch.PER_OCTAVE;
            meanWeight += weights[i] / Pitch.PER_OCTAVE;
        }
        double product = 0;
        double ofHeard = 0;
        double ofWeights = 0;
        for (int i = 0; i < Pitch.PER_OCTAVE; i++) {
            double more = heard[(tonic + i) % Pitch.PER_OCTAVE] - meanHeard;
            double weight = weights[i] - meanWeight;
            product += more * weight;
            ofHeard += more * more;
            ofWeights += weight * weight;
        }
        return ofHeard == 0 ? 0 : product / Math.sqrt(ofHeard * ofWeights);
    }

    /**
     * How well pitch classes fit into the best of its twelve keys.
     *
     * @param heard how much each pitch class is heard, C first // [Pitch.PER_OCTAVE]
     * @return from -1 to 1
     */
    public double best(double... heard) {
        double best = -1;
        for (int tonic = 0; tonic < Pitch.PER_OCTAVE; tonic++) {
            best = Math.max(best, fit(tonic, heard));
        }
        return best;
    }
}
