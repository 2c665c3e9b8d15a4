package io.github.musicgen.api.melodyrnn;

import io.github.musicgen.representation.encoding.MelodyEncodings;
import io.github.musicgen.representation.encoding.SequenceEncoding;

/** What a melody model is shown of a melody. */
public enum MelodyInput {
    /** The latest event alone. */
    ONE_HOT("one-hot") {
        @Override
        SequenceEncoding encoding(int minPitch, int maxPitch) {
            return MelodyEncodings.oneHot(minPitch, maxPitch);
        }
    },

    /** The latest event, the events one and two bars before the next, and where in the bar that lies. */
    LOOKBACK("lookback") {
        @Override
        SequenceEncoding encoding(int minPitch, int maxPitch) {
            return MelodyEncodings.lookback(minPitch, maxPitch);
        }
    },

    /** The sounding pitch, its contour, repeats, the place in the bar and the keys that fit. */
    KEY_MELODY("key-melody") {
        @Override
        SequenceEncoding encoding(int minPitch, int maxPitch) {
            return MelodyEncodings.keyMelody(minPitch, maxPitch);
        }
    };

    private final String word;

    MelodyInput(String word) {
        this.word = word;
    }

    /**
     * The name in files.
     *
     * @return one word
     */
    public String word() {
        return word;
    }

    abstract SequenceEncoding encoding(int minPitch, int maxPitch);
}
