package io.github.musicgen.models.evaluation.bandvae;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.HeardSteps;
import java.util.ArrayList;
import java.util.List;

/** Whom the instruments of a band listen to, when it is asked how much that helps them. */
public enum Listening {
    /** Those that their model knows. */
    ALL {
        @Override
        public boolean hears(int other) {
            return true;
        }
    },

    /** The first instrument alone. */
    FIRST {
        @Override
        public boolean hears(int other) {
            return other == 0;
        }
    },

    /** Nobody: they are told zeros, as of those who are silent. */
    NOBODY {
        @Override
        public boolean hears(int other) {
            return false;
        }
    };

    /**
     * Whether instruments hear another.
     *
     * @param other the index of the other
     * @return whether they do
     */
    public abstract boolean hears(int other);

    /**
     * What one hears of the notes of others.
     *
     * @param configuration the band
     * @param instrument the index of the one
     * @param rolls what the band plays
     * @param segment which segment of it
     * @return those that it listens to; of the others it hears silence
     */
    public HeardSteps steps(BandVaeConfiguration configuration, int instrument, BandRolls rolls, int segment) {
        List<BandCells> others = new ArrayList<>();
        for (int other = 0; other < configuration.heard(instrument); other++) {
            others.add(rolls.segment(other, segment));
        }
        return HeardSteps.of(configuration, others, this::hears);
    }
}
