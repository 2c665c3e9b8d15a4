package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.models.layers.roll.RollAutoencoder;
import io.github.musicgen.models.layers.roll.Rolls;
import io.github.musicgen.models.network.BandVaeNetwork;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.EpochDraws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which segment follows which, as the autoencoders see them. Each piece begins out of silence, and is seen in several keys.
 *
 * @param means of each row, for each instrument // [instruments][rows][latentSize]
 * @param variances of each row, for each instrument // [instruments][rows][latentSize]
 * @param surprise of the cells of each row where its point is known, in nats // [instruments][rows]
 * @param last the row before each segment
 * @param next the row of each segment
 * @param before how many segments of its piece came before each segment
 * @param leader whose notes the first instrument plays in each segment
 * @param silent whether there is no note in a row // [instruments][rows]
 * @param came whether a row was the one so many before it again, for each lag // [instruments][rows][lags]
 * @param changes how many cells of a segment came from which state of the one so many before it to which; empty where there was none //
 *     [instruments][segments][lags][STATES * STATES]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and written to by nobody
record Successions(
        float[][][] means,
        float[][][] variances,
        double[][] surprise,
        int[] last,
        int[] next,
        int[] before,
        int[] leader,
        boolean[][] silent,
        boolean[][][] came,
        int[][][][] changes) {
    private static final int STATES = BandVaeTensors.STATES;
    private static final int BATCH = 64;

    int size() {
        return next.length;
    }

    static Successions of(BandVaeNetwork networks, TensorTable weights, List<LedPiece> pieces, int semitones) {
        BandVaeConfiguration configuration = networks.configuration();
        int instruments = configuration.instruments().size();
        List<Integer> last = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        List<Integer> before = new ArrayList<>();
        List<Integer> leader = new ArrayList<>();
        int rows = 1; // the first is silence
        for (int key = -semitones; key <= semitones; key++) {
            for (LedPiece piece : pieces) {
                for (int i = 0; i < piece.rolls().segments(); i++) {
                    last.add(i == 0 ? 0 : rows - 1);
                    next.add(rows++);
                    before.add(i);
                    leader.add(piece.leader());
                }
            }
        }
        float[][][] means = new float[instruments][rows][];
        float[][][] variances = new float[instruments][rows][];
        double[][] surprise = new double[instruments][rows];
        List<Integer> lags = configuration.lags();
        boolean[][] silent = new boolean[instruments][rows];
        boolean[][][] came = new boolean[instruments][rows][lags.size()];
        int[][][][] changes = new int[instruments][next.size()][lags.size()][];
        for (int i = 0; i < instruments; i++) {
            List<SegmentRoll> segments = segments(configuration, i, pieces, semitones);
            encode(networks.autoencoder(i, weights), segments, means[i], variances[i], surprise[i]);
            for (int row = 0; row < rows; row++) {
                silent[i][row] = BandCells.of(segments.get(row).states()).isSilent();
            }
            for (int j = 0; j < next.size(); j++) {
                int row = next.get(j);
                for (int lag = 0; lag < lags.size(); lag++) {
                    boolean possible = lags.get(lag) <= before.get(j);
                    SegmentRoll earlier = segments.get(possible ? row - lags.get(lag) : 0);
                    changes[i][j][lag] = possible ? changes(earlier, segments.get(row)) : new int[0];
                    came[i][row][lag] = possible
                            && Arrays.equals(earlier.states(), segments.get(row).states());
                }
            }
        }
        return new Successions(
                means,
                variances,
                surprise,
                Batches.array(last),
                Batches.array(next),
                Batches.array(before),
                Batches.array(leader),
                silent,
                came,
                changes);
    }

    private static List<SegmentRoll> segments(
            BandVaeConfiguration configuration, int instrument, List<LedPiece> pieces, int semitones) {
        BandInstrument of = configuration.instruments().get(instrument);
        int size = configuration.steps() * of.columns();
        List<SegmentRoll> segments = new ArrayList<>();
        segments.add(new SegmentRoll(new byte[size], new byte[size]));
        for (int key = -semitones; key <= semitones; key++) {
            for (LedPiece piece : pieces) {
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

    /** Most segments are there several times, if only in other pieces or, of drums, in other keys; each is encoded once. */
    private static void encode(
            RollAutoencoder network,
            List<SegmentRoll> segments,
            float[][] means,
            float[][] variances,
            double[] surprise) {
        Map<BandCells, Integer> firsts = new LinkedHashMap<>();
        int[] first = new int[segments.size()];
        for (int i = 0; i < first.length; i++) {
            Integer known = firsts.putIfAbsent(BandCells.of(segments.get(i).states()), i);
            first[i] = known == null ? i : known;
        }
        List<Integer> different = new ArrayList<>(firsts.values());
        for (List<Integer> batch : Batches.of(different, BATCH)) {
            encode(network, segments, batch, means, variances, surprise);
        }
        for (int i = 0; i < first.length; i++) {
            means[i] = means[first[i]];
            variances[i] = variances[first[i]];
            surprise[i] = surprise[first[i]];
        }
    }

    private static void encode(
            RollAutoencoder network,
            List<SegmentRoll> segments,
            List<Integer> chosen,
            float[][] means,
            float[][] variances,
            double[] surprise) {
        int latent = network.sizes().latentSize();
        Rolls rolls = AutoencoderStage.rolls(chosen.stream().map(segments::get).toList());
        network.run(rolls, EpochDraws.noise(0, chosen.get(0), latent * chosen.size()), 1);
        double[] costs = network.costs();
        float[][] told = network.told();
        for (int i = 0; i < told.length; i++) {
            int row = chosen.get(i);
            surprise[row] = costs[i];
            means[row] = Arrays.copyOf(told[i], latent);
            variances[row] = new float[latent];
            for (int j = 0; j < latent; j++) {
                float logarithm = told[i][Math.min(latent + j, told[i].length - 1)];
                variances[row][j] = (float) Math.max(Float.MIN_NORMAL, Math.exp(logarithm));
            }
        }
    }
}
