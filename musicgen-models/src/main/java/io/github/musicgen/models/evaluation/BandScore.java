package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.DecodedRoll;
import io.github.musicgen.api.bandvae.HeardSteps;
import io.github.musicgen.api.bandvae.NextLatent;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.corpus.BandPiece;
import io.github.musicgen.models.corpus.LedPiece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How well a band foresees the next segment of music that it did not learn.
 *
 * <p>A segment is an earlier one once more, or a new one. How likely a new one is, is an integral over all points, which is estimated with
 * points that are drawn where the encoder sees the segment, each weighed by how likely the model draws it (importance sampling, as for
 * Burda et al.). The estimate is too low in the mean, so the model is never flattered.
 *
 * @param instruments how it does for each instrument
 */
public record BandScore(List<Part> instruments) {
    private static final double LOG_2_PI = StrictMath.log(2 * StrictMath.PI);

    /** Copies the list. */
    public BandScore {
        instruments = List.copyOf(instruments);
    }

    /**
     * How well a band foresees an instrument, in nats a segment; fewer are better.
     *
     * @param name of the instrument
     * @param segments how many were looked at, each but the first of each piece
     * @param pieces by the model, in all segments of each piece together
     * @param frequencies by how often each pitch sounds and starts in what was learned
     * @param repetition by the last segment, with the changes that are usual in what was learned
     */
    public record Part(String name, int segments, List<Double> pieces, double frequencies, double repetition) {
        /** Copies the list. */
        public Part {
            pieces = List.copyOf(pieces);
        }

        /**
         * By the model.
         *
         * @return nats of a segment
         */
        public double nats() {
            return pieces.stream().mapToDouble(Double::doubleValue).sum() / segments;
        }

        /**
         * How many pieces it foresees better than another model does.
         *
         * @param other how that does on the same pieces
         * @return the number of pieces
         */
        public int betterThan(Part other) {
            if (other.pieces.size() != pieces.size()) {
                throw new IllegalArgumentException("models must be compared on the same pieces, but the " + name
                        + " was judged on " + pieces.size() + " and " + other.pieces.size());
            }
            return (int) IntStream.range(0, pieces.size())
                    .filter(i -> pieces.get(i) < other.pieces.get(i))
                    .count();
        }
    }

    /**
     * Nats of a segment of the whole band.
     *
     * @return the sum over the instruments
     */
    public double nats() {
        return instruments.stream().mapToDouble(Part::nats).sum();
    }

    /**
     * The same by frequencies of notes.
     *
     * @return the sum over the instruments
     */
    public double frequencies() {
        return instruments.stream().mapToDouble(Part::frequencies).sum();
    }

    /**
     * The same by repetition.
     *
     * @return the sum over the instruments
     */
    public double repetition() {
        return instruments.stream().mapToDouble(Part::repetition).sum();
    }

    /**
     * Judges a band.
     *
     * @param model the band
     * @param training what it learned, for the two it is compared with
     * @param test what it is judged on, with a piece of two segments or more; each instrument where it does not lead in place of the first
     * @param listening whom its instruments listen to; with another than {@link Listening#ALL} it must have been trained so
     * @param samples how many points are drawn for each segment
     * @param seed of what is drawn
     * @return how well each instrument does that has a segment to be judged on
     */
    public static BandScore of(
            BandVae model, List<BandPiece> training, List<LedPiece> test, Listening listening, int samples, long seed) {
        if (samples < 1) {
            throw new IllegalArgumentException("samples must be 1 or more, but were " + samples);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < model.configuration().instruments().size(); i++) {
            Judge judge = new Judge(model, i, listening, samples, SeededRandom.ofSeed(seed + i));
            BandBaselines baselines = BandBaselines.of(model.configuration(), i, training);
            for (LedPiece piece : test) {
                if (LedPiece.hasPart(piece.leader(), i) && piece.rolls().segments() > 1) {
                    judge.look(piece.rolls(), baselines);
                }
            }
            judge.part().ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "there must be a segment after another to judge a band on, but was none");
        }
        return new BandScore(parts);
    }

    /** Looks at one instrument. */
    private static final class Judge {
        private final BandVae model;
        private final BandVaeConfiguration configuration;
        private final int instrument;
        private final Listening listening;
        private final int samples;
        private final SeededRandom random;
        private final List<Double> pieces = new ArrayList<>(); // nats
        private int segments;
        private double frequencies;
        private double repetition;

        Judge(BandVae model, int instrument, Listening listening, int samples, SeededRandom random) {
            this.model = model;
            this.configuration = model.configuration();
            this.instrument = instrument;
            this.listening = listening;
            this.samples = samples;
            this.random = random;
        }

        /** Nothing if there was no segment. */
        Optional<Part> part() {
            if (segments == 0) {
                return Optional.empty();
            }
            return Optional.of(new Part(
                    configuration.instruments().get(instrument).name(),
                    segments,
                    pieces,
                    frequencies / segments,
                    repetition / segments));
        }

        void look(BandRolls piece, BandBaselines baselines) {
            List<List<LatentVector>> means = new ArrayList<>(); // [heard, then this][segments]
            for (int other = 0; other <= configuration.heard(instrument); other++) {
                int of = other == configuration.heard(instrument) ? instrument : other;
                List<LatentVector> each = new ArrayList<>();
                for (int i = 0; i < piece.segments(); i++) {
                    each.add(model.encode(of, piece.segment(of, i)).mean());
                }
                means.add(each);
            }
            double nats = 0;
            for (int i = 1; i < piece.segments(); i++) {
                BandCells cells = piece.segment(instrument, i);
                nats += nats(piece, i, next(piece, means, i));
                frequencies += baselines.frequencies(cells);
                repetition += baselines.repetition(piece.segment(instrument, i - 1), cells);
            }
            pieces.add(nats);
            segments += piece.segments() - 1;
        }

        private NextLatent next(BandRolls piece, List<List<LatentVector>> means, int segment) {
            List<BandVae.Heard> heard = new ArrayList<>();
            for (int other = 0; other < configuration.heard(instrument); other++) {
                LatentVector next = means.get(other).get(segment);
                boolean hears = listening.hears(other);
                heard.add(hears ? new BandVae.Heard(next, came(piece, other, segment)) : nothing());
            }
            LatentVector last = means.get(configuration.heard(instrument)).get(segment - 1);
            return model.next(instrument, new BandVae.Past(last, came(piece, instrument, segment - 1)), heard);
        }

        private List<Boolean> came(BandRolls piece, int of, int segment) {
            BandCells cells = piece.segment(of, segment);
            return configuration.lags().stream()
                    .map(lag ->
                            lag <= segment && piece.segment(of, segment - lag).equals(cells))
                    .toList();
        }

        private BandVae.Heard nothing() {
            LatentVector zero = LatentVector.of(new float[configuration.latentSize()]);
            return new BandVae.Heard(
                    zero, Collections.nCopies(configuration.lags().size(), false));
        }

        private double nats(BandRolls piece, int segment, NextLatent next) {
            BandCells cells = piece.segment(instrument, segment);
            if (!configuration.chances()) {
                return -likelihood(model.decode(instrument, next.point().mean()), cells);
            }
            List<Integer> lags = configuration.lags();
            double[] chances = next.again(segment, lags);
            List<Double> ways = new ArrayList<>();
            ways.add(logarithm(chances[2 * lags.size()])
                    + fresh(cells, next.point(), listening.steps(configuration, instrument, piece, segment)));
            for (int i = 0; i < lags.size(); i++) {
                if (lags.get(i) <= segment) {
                    BandCells before = piece.segment(instrument, segment - lags.get(i));
                    ways.add(logarithm(chances[lags.size() + i]) + again(before, cells));
                    if (before.equals(cells)) {
                        ways.add(logarithm(chances[i]));
                    }
                }
            }
            return -logSum(ways);
        }

        private static double logarithm(double chance) {
            return StrictMath.log(Math.max(Double.MIN_NORMAL, chance));
        }

        private double again(BandCells before, BandCells cells) {
            double sum = 0;
            for (int i = 0; i < cells.size(); i++) {
                sum += logarithm(model.again(instrument, before.at(i), cells.at(i)));
            }
            return sum;
        }

        /** The logarithm of how likely a new segment has these cells. */
        private double fresh(BandCells cells, Posterior expected, HeardSteps heard) {
            Posterior seen = model.encode(instrument, cells);
            List<Double> weighed = new ArrayList<>();
            for (int i = 0; i < samples; i++) {
                LatentVector point = seen.sample(random);
                weighed.add(likelihood(model.decode(instrument, point, heard), cells)
                        + density(point, expected)
                        - density(point, seen));
            }
            return logSum(weighed) - StrictMath.log(samples);
        }

        private static double density(LatentVector point, Posterior normal) {
            double sum = 0;
            for (int i = 0; i < point.size(); i++) {
                double deviation = normal.deviation().at(i);
                double away = (point.at(i) - normal.mean().at(i)) / deviation;
                sum -= 0.5 * (away * away + LOG_2_PI) + StrictMath.log(deviation);
            }
            return sum;
        }

        private double likelihood(DecodedRoll roll, BandCells cells) {
            double sum = 0;
            for (int i = 0; i < cells.size(); i++) {
                boolean sounds = cells.at(i) != BandCells.SILENT;
                sum -= surprise(roll.scores()[i][0], sounds);
                if (sounds && roll.planes() > 1) {
                    sum -= surprise(roll.scores()[i][1], cells.at(i) == BandCells.STRUCK);
                }
            }
            return sum;
        }

        private static double surprise(double score, boolean yes) {
            return Math.max(score, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(score))) - (yes ? score : 0);
        }

        private static double logSum(List<Double> logarithms) {
            double highest = Collections.max(logarithms);
            double sum = 0;
            for (double logarithm : logarithms) {
                sum += StrictMath.exp(logarithm - highest);
            }
            return highest + StrictMath.log(sum);
        }
    }
}
