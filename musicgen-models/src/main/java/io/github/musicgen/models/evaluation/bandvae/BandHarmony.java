package io.github.musicgen.models.evaluation.bandvae;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandPlayer;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.HeardSteps;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bandvae.PlayedCells;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.representation.harmony.KeyFinder;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a band plays to a melody goes with it. Each part with pitches of a piece is a melody in turn. What is played to one melody is
 * held against another, too, both moved to the same key: what fits both alike comes of the key, and not of listening.
 *
 * @param melodies how many there were
 * @param own how what is played to a melody fits it
 * @param other how it fits the melody after that, to which it was not played
 * @param real how the other parts of the piece fit the melody
 */
public record BandHarmony(int melodies, Fit own, Fit other, Fit real) {
    /** How long each melody is. */
    private static final int SEGMENTS = 8;

    /** The band plays so often to each, because it draws what it plays. */
    private static final int TIMES = 8;

    /** Unison, thirds, fourth, fifth and sixths: bit i says whether i semitones up are consonant. */
    private static final int CONSONANT = 0b0011_1011_1001;

    /**
     * How what is played fits a melody.
     *
     * @param inKey how much of it lies in the scale of the piece that the melody is from, as a part of one; by chance 7 of 12 tones do
     * @param consonant how many of the intervals between pitch classes that sound with those of the melody are a unison, third, fourth, fifth or
     *     sixth, as a part of one; by chance 7 of 12 are
     */
    public record Fit(double inKey, double consonant) {}

    /** A piece led by its melody, moved to where the band is at home by the key of the melody, and the scale of the piece, moved alike. */
    private record Melody(BandRolls piece, PlayedKey key, Scale scale) {
        int segments() {
            return Math.min(SEGMENTS, piece.segments());
        }
    }

    /**
     * Lets a band play to melodies.
     *
     * @param model the band
     * @param pieces whose parts are the melodies
     * @param options how to play; each time with the next seed
     * @return how it fits; empty if there are not two melodies, or nobody with pitches plays to them
     */
    public static Optional<BandHarmony> of(BandVae model, List<BandPiece> pieces, PlayOptions options) {
        BandVaeConfiguration configuration = model.configuration();
        List<Melody> melodies = melodies(configuration, pieces);
        if (melodies.size() < 2) {
            return Optional.empty();
        }
        Tally own = new Tally(configuration);
        Tally other = new Tally(configuration);
        Tally real = new Tally(configuration);
        for (int i = 0; i < melodies.size(); i++) {
            Melody melody = melodies.get(i);
            real.add(parts(configuration, melody), melody);
            for (int time = 0; time < TIMES; time++) {
                long seed = options.seed() + (long) i * TIMES + time;
                PlayOptions drawn = new PlayOptions(options.temperature(), options.threshold(), seed);
                List<List<BandCells>> played = played(model, melody, drawn);
                own.add(played, melody);
                other.add(played, melodies.get((i + 1) % melodies.size()));
            }
        }
        boolean heard = own.intervals > 0 && other.intervals > 0 && real.intervals > 0;
        return heard
                ? Optional.of(new BandHarmony(melodies.size(), own.fit(), other.fit(), real.fit()))
                : Optional.empty();
    }

    private static List<Melody> melodies(BandVaeConfiguration configuration, List<BandPiece> pieces) {
        List<Melody> melodies = new ArrayList<>();
        for (LedPiece led : LedPiece.all(configuration, pieces)) {
            BandRolls melody = led.rolls().first();
            Optional<Scale> found = KeyFinder.find(led.rolls().pitchClasses());
            if (found.isPresent() && !melody.isSilent()) {
                PlayedKey key = PlayedKey.heardIn(melody, configuration);
                int tonic = Math.floorMod(found.get().relativeMajor() + key.toHome(), Pitch.PER_OCTAVE);
                melodies.add(new Melody(led.rolls().transposed(key.toHome()), key, Scale.of(tonic, ScaleKind.MAJOR)));
            }
        }
        return melodies;
    }

    /** What the band plays to a melody. */
    private static List<List<BandCells>> played(BandVae model, Melody melody, PlayOptions options) {
        BandPlayer player = new BandPlayer(model, options, melody.key());
        List<List<BandCells>> segments = new ArrayList<>();
        for (int i = 0; i < melody.segments(); i++) {
            BandRolls piece = melody.piece();
            PlayedCells lead = new PlayedCells(piece.segment(0, i), piece.velocities(0, i), 0);
            segments.add(player.play(lead).stream().map(PlayedCells::cells).toList());
        }
        return segments;
    }

    /** What was played to it in its piece. */
    private static List<List<BandCells>> parts(BandVaeConfiguration configuration, Melody melody) {
        List<List<BandCells>> segments = new ArrayList<>();
        for (int i = 0; i < melody.segments(); i++) {
            List<BandCells> cells = new ArrayList<>();
            for (int part = 0; part < configuration.instruments().size(); part++) {
                cells.add(melody.piece().segment(part, i));
            }
            segments.add(cells);
        }
        return segments;
    }

    /** Adds up what fits. */
    private static final class Tally {
        private final BandVaeConfiguration configuration;
        private double sounding;
        private double inKey;
        private double intervals;
        private double consonant;

        Tally(BandVaeConfiguration configuration) {
            this.configuration = configuration;
        }

        Fit fit() {
            return new Fit(inKey / sounding, consonant / intervals);
        }

        /** What sounds beside the first instrument, at the steps of a melody. */
        void add(List<List<BandCells>> played, Melody melody) {
            for (int i = 0; i < Math.min(played.size(), melody.segments()); i++) {
                List<BandCells> others = new ArrayList<>(played.get(i));
                others.set(0, BandCells.silence(others.get(0).size()));
                HeardSteps heard = HeardSteps.of(configuration, others);
                HeardSteps sung =
                        HeardSteps.of(configuration, List.of(melody.piece().segment(0, i)));
                for (int step = 0; step < heard.steps(); step++) {
                    add(heard, sung, step, melody.scale());
                }
            }
        }

        private void add(HeardSteps heard, HeardSteps sung, int step, Scale scale) {
            for (int pitchClass = 0; pitchClass < Pitch.PER_OCTAVE; pitchClass++) {
                if (heard.sounds(step, pitchClass)) {
                    add(pitchClass, scale);
                    add(pitchClass, sung, step);
                }
            }
        }

        private void add(int pitchClass, Scale scale) {
            sounding++;
            inKey += scale.contains(pitchClass) ? 1 : 0;
        }

        private void add(int pitchClass, HeardSteps sung, int step) {
            for (int of = 0; of < Pitch.PER_OCTAVE; of++) {
                if (sung.sounds(step, of)) {
                    intervals++;
                    consonant += CONSONANT >> Math.floorMod(pitchClass - of, Pitch.PER_OCTAVE) & 1;
                }
            }
        }
    }
}
