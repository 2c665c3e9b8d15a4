package io.github.musicgen.models.training;

import static io.github.musicgen.api.bandvae.HeardSteps.PITCH_CLASSES;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.Ear;
import io.github.musicgen.api.bandvae.HeardSteps;

/**
 * What the cells of a segment cost when an {@link Ear} has listened, in nats, and the gradient of what the ear adds.
 *
 * <p>The ear adds to scores, so its gradient is what is left of them, sent back to the intervals and rhythms that were heard.
 */
final class EarLoss {
    private final BandInstrument listener;
    private final double[] pitches; // gradients, as the ear has its numbers
    private final double[] rhythm;

    /**
     * Of nothing yet.
     *
     * @param listener whose ear it is
     */
    EarLoss(BandInstrument listener) {
        this.listener = listener;
        this.pitches =
                new double[listener.drums() ? Ear.DRUM_ROWS * listener.columns() : Ear.PITCH_ROWS * PITCH_CLASSES];
        this.rhythm = new double[listener.drums() ? 0 : Ear.RHYTHMS];
    }

    /**
     * Looks at a segment; gradients add up.
     *
     * @param cells what was played
     * @param heard what others played
     * @param scores what was expected, when the ear had listened // [steps * columns][planes]
     * @return what the cells cost
     */
    double add(BandCells cells, HeardSteps heard, float[][] scores) {
        double sum = 0;
        int columns = listener.columns();
        for (int step = 0; step < cells.size() / columns; step++) {
            double[] sounding = new double[listener.drums() ? columns : PITCH_CLASSES]; // what is left of scores
            double[] starting = new double[sounding.length];
            for (int column = 0; column < columns; column++) {
                int place = listener.drums() ? column : HeardSteps.pitchClass(listener, column);
                byte state = cells.at(step * columns + column);
                float[] score = scores[step * columns + column];
                boolean sounds = state != BandCells.SILENT;
                sum += surprise(score[0], sounds);
                sounding[place] += left(score[0], sounds);
                if (sounds && score.length > 1) {
                    sum += surprise(score[1], state == BandCells.STRUCK);
                    starting[place] += left(score[1], state == BandCells.STRUCK);
                }
            }
            if (heard.sounds(step)) {
                back(heard, step, sounding, starting);
            }
        }
        return sum;
    }

    private static double surprise(double score, boolean yes) {
        return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (yes ? score : 0);
    }

    private static double left(double score, boolean yes) {
        return 1 / (1 + Math.exp(-score)) - (yes ? 1 : 0);
    }

    private void back(HeardSteps heard, int step, double[] sounding, double[] starting) {
        if (listener.drums()) {
            for (int column = 0; column < sounding.length; column++) {
                pitches[column] += heard.starts(step) ? sounding[column] : 0;
                pitches[sounding.length + column] += sounding[column];
            }
            return;
        }
        for (int from = 0; from < PITCH_CLASSES; from++) {
            if (heard.sounds(step, from)) {
                back(0, from, sounding);
            }
            if (heard.starts(step, from)) {
                back(1, from, sounding);
                back(2, from, starting);
            }
        }
        for (int i = 0; i < PITCH_CLASSES; i++) {
            rhythm[0] += heard.starts(step) ? sounding[i] : 0;
            rhythm[1] += heard.starts(step) ? starting[i] : 0;
            rhythm[2] += starting[i];
        }
    }

    private void back(int row, int from, double[] left) {
        for (int interval = 0; interval < PITCH_CLASSES; interval++) {
            pitches[row * PITCH_CLASSES + interval] += left[(from + interval) % PITCH_CLASSES];
        }
    }

    /**
     * The gradient of what intervals, or drums, add.
     *
     * @return not a copy
     */
    double[] pitches() {
        return pitches;
    }

    /**
     * The gradient of what rhythm adds.
     *
     * @return not a copy; empty for drums
     */
    double[] rhythm() {
        return rhythm;
    }
}
