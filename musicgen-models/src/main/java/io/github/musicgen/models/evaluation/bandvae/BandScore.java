package io.github.musicgen.models.evaluation.bandvae;

import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.models.corpus.band.LedPiece;
import java.util.ArrayList;
import java.util.List;
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
     * @param listening whom its instruments listen to; of others they are told what they are of those who are silent
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
            BandJudge judge = new BandJudge(model, i, listening, samples, SeededRandom.ofSeed(seed + i));
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
}
