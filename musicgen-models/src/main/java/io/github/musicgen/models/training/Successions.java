package io.github.musicgen.models.training;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.corpus.BandPiece;
import io.github.musicgen.models.layers.RollAutoencoder;
import io.github.musicgen.models.layers.Rolls;
import io.github.musicgen.models.network.BandVaeNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which segment follows which, as the autoencoders see them. Each piece begins out of silence, and is seen in several keys.
 *
 * @param means of each row, for each instrument // [instruments][rows][latentSize]
 * @param variances of each row, for each instrument // [instruments][rows][latentSize]
 * @param surprise of the cells of each row where its point is known, in nats // [instruments][rows]
 * @param last the row before each segment
 * @param next the row of each segment
 * @param changes how many cells of a segment came from which state to which // [instruments][segments][STATES * STATES]
 */
record Successions(
        float[][][] means, float[][][] variances, double[][] surprise, int[] last, int[] next, int[][][] changes) {
    private static final int STATES = BandVaeTensors.STATES;
    private static final int BATCH = 64;

    /** So many points are drawn to tell how surprising a row is. */
    private static final int DRAWN = 2;

    int size() {
        return next.length;
    }

    static Successions of(BandVaeNetwork networks, TensorTable weights, List<BandPiece> pieces, int semitones) {
        BandVaeConfiguration configuration = networks.configuration();
        int instruments = configuration.instruments().size();
        List<Integer> last = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        int rows = 1; // the first is silence
        for (int key = -semitones; key <= semitones; key++) {
            for (BandPiece piece : pieces) {
                for (int i = 0; i < piece.rolls().segments(); i++) {
                    last.add(i == 0 ? 0 : rows - 1);
                    next.add(rows++);
                }
            }
        }
        float[][][] means = new float[instruments][rows][];
        float[][][] variances = new float[instruments][rows][];
        double[][] surprise = new double[instruments][rows];
        int[][][] changes = new int[instruments][][];
        for (int i = 0; i < instruments; i++) {
            List<SegmentRoll> segments = segments(configuration, i, pieces, semitones);
            encode(networks.autoencoder(i, weights), segments, means[i], variances[i], surprise[i]);
            changes[i] = new int[next.size()][];
            for (int j = 0; j < next.size(); j++) {
                changes[i][j] = changes(segments.get(last.get(j)), segments.get(next.get(j)));
            }
        }
        return new Successions(means, variances, surprise, array(last), array(next), changes);
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<SegmentRoll> segments(
            BandVaeConfiguration configuration, int instrument, List<BandPiece> pieces, int semitones) {
        BandInstrument of = configuration.instruments().get(instrument);
        int size = configuration.steps() * of.columns();
        List<SegmentRoll> segments = new ArrayList<>();
        segments.add(new SegmentRoll(new byte[size], new byte[size]));
        for (int key = -semitones; key <= semitones; key++) {
            for (BandPiece piece : pieces) {
                for (int i = 0; i < piece.rolls().segments(); i++) {
                    BandCells cells = piece.rolls().segment(instrument, i);
                    segments.add(new SegmentRoll(cells.states(), piece.rolls().velocities(instrument, i))
                            .moved(of.columns(), of.drums() ? 0 : key));
                }
            }
        }
        return segments;
    }

    private static int[] changes(SegmentRoll last, SegmentRoll next) {
        int[] changes = new int[STATES * STATES];
        for (int i = 0; i < next.states().length; i++) {
            changes[last.states()[i] * STATES + next.states()[i]]++;
        }
        return changes;
    }

    private static void encode(
            RollAutoencoder network,
            List<SegmentRoll> segments,
            float[][] means,
            float[][] variances,
            double[] surprise) {
        int latent = network.sizes().latentSize();
        for (int from = 0; from < segments.size(); from += BATCH) {
            List<SegmentRoll> part = segments.subList(from, Math.min(segments.size(), from + BATCH));
            Rolls rolls = AutoencoderStage.rolls(part);
            for (int drawn = 0; drawn < DRAWN; drawn++) {
                network.run(rolls, LatentBatches.noise(drawn, from, latent * part.size()), 1);
                double[] costs = network.costs();
                for (int i = 0; i < costs.length; i++) {
                    surprise[from + i] += costs[i] / DRAWN;
                }
            }
            float[][] told = network.told();
            for (int i = 0; i < told.length; i++) {
                means[from + i] = Arrays.copyOf(told[i], latent);
                variances[from + i] = new float[latent];
                for (int j = 0; j < latent; j++) {
                    float logarithm = told[i][Math.min(latent + j, told[i].length - 1)];
                    variances[from + i][j] = (float) Math.max(Float.MIN_NORMAL, Math.exp(logarithm));
                }
            }
        }
    }
}
