package io.github.musicgen.models.evaluation.bandvae;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.models.corpus.band.BandPiece;
import java.util.List;

/**
 * What one knows of an instrument without a network: how often each of its columns sounds and starts, and what becomes of a cell from one
 * segment to the next.
 */
final class BandBaselines {
    private static final double SMOOTHING = 0.5;
    private static final int STATES = BandVaeTensors.STATES;

    private final int columns;
    private final boolean onsets;
    private final double[][] frequencies; // [columns][STATES], logarithms
    private final double[] changes; // [STATES * STATES], logarithms

    private BandBaselines(int columns, boolean onsets, double[][] counts, double[] changeCounts) {
        this.columns = columns;
        this.onsets = onsets;
        this.frequencies = new double[columns][];
        for (int i = 0; i < columns; i++) {
            frequencies[i] = logarithms(counts[i], 0);
        }
        changes = new double[STATES * STATES];
        for (int row = 0; row < STATES; row++) {
            System.arraycopy(logarithms(changeCounts, row * STATES), 0, changes, row * STATES, STATES);
        }
    }

    private double[] logarithms(double[] counts, int from) {
        double sum = 0;
        int states = onsets ? STATES : STATES - 1;
        for (int i = 0; i < states; i++) {
            sum += counts[from + i] + SMOOTHING;
        }
        double[] logarithms = new double[STATES];
        for (int i = 0; i < states; i++) {
            logarithms[i] = StrictMath.log((counts[from + i] + SMOOTHING) / sum);
        }
        return logarithms;
    }

    static BandBaselines of(BandVaeConfiguration configuration, int instrument, List<BandPiece> training) {
        int columns = configuration.instruments().get(instrument).columns();
        double[][] counts = new double[columns][STATES];
        double[] changes = new double[STATES * STATES];
        for (BandPiece piece : training) {
            for (int segment = 0; segment < piece.rolls().segments(); segment++) {
                BandCells cells = piece.rolls().segment(instrument, segment);
                BandCells before = segment == 0 ? cells : piece.rolls().segment(instrument, segment - 1);
                for (int i = 0; i < cells.size(); i++) {
                    int state = state(cells, i, configuration.onsets());
                    counts[i % columns][state]++;
                    changes[state(before, i, configuration.onsets()) * STATES + state] += segment == 0 ? 0 : 1;
                }
            }
        }
        return new BandBaselines(columns, configuration.onsets(), counts, changes);
    }

    static int state(BandCells cells, int cell, boolean onsets) {
        return onsets ? cells.at(cell) : Math.min(BandCells.HELD, cells.at(cell));
    }

    /** How surprising a segment is by how often its columns sound and start, in nats. */
    double frequencies(BandCells cells) {
        double nats = 0;
        for (int i = 0; i < cells.size(); i++) {
            nats -= frequencies[i % columns][state(cells, i, onsets)];
        }
        return nats;
    }

    /** How surprising a segment is as the last one with a few changes, in nats. */
    double repetition(BandCells before, BandCells cells) {
        double nats = 0;
        for (int i = 0; i < cells.size(); i++) {
            nats -= changes[state(before, i, onsets) * STATES + state(cells, i, onsets)];
        }
        return nats;
    }
}
