package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.models.layers.roll.DenseStack;
import io.github.musicgen.models.layers.roll.NextLoss;
import io.github.musicgen.models.layers.roll.NextTargets;
import io.github.musicgen.models.training.course.Batches;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an instrument is told before each of its segments, and what was to come, in the order in which
 * {@link io.github.musicgen.api.bandvae.BandVae#next} is told.
 *
 * @param configuration the band
 * @param instrument its index
 * @param data where segments lie, and which follows which
 */
record NextExamples(BandVaeConfiguration configuration, int instrument, Successions data) {
    /** Whether it hears another, asked for each example and each other in turn. */
    interface Hearing {
        /** It is told zeros in place of what others play. */
        Hearing NOBODY = () -> false;

        /** It hears all that are before it. */
        Hearing ALL = () -> true;

        boolean hears();
    }

    /** The segments of pieces in which somebody else leads, or that are as they are. */
    List<Integer> all() {
        return IntStream.range(0, data.size())
                .filter(i -> LedPiece.hasPart(data.leader()[i], instrument))
                .boxed()
                .toList();
    }

    /** Rows of a batch. */
    float[] inputs(int[] chosen, Hearing hearing) {
        float[] inputs = new float[configuration.nextInputs(instrument) * chosen.length];
        for (int example = 0; example < chosen.length; example++) {
            int last = data.last()[chosen[example]];
            int next = data.next()[chosen[example]];
            int place = write(data.means()[instrument][last], inputs, 0, example, chosen.length);
            place = write(flags(data.came()[instrument][last]), inputs, place, example, chosen.length);
            for (int other = 0; other < configuration.heard(instrument); other++) {
                float[] point = data.means()[other][next];
                float[] came = flags(data.came()[other][next]);
                boolean hears = hearing.hears() && isHeard(other, next);
                place = write(hears ? point : new float[point.length], inputs, place, example, chosen.length);
                place = write(hears ? came : new float[came.length], inputs, place, example, chosen.length);
            }
        }
        return inputs;
    }

    /** As {@link io.github.musicgen.api.bandvae.BandVae#heard} has it. */
    private boolean isHeard(int other, int row) {
        return !configuration.chances() || !data.silent()[other][row];
    }

    private static float[] flags(boolean[] came) {
        float[] flags = new float[came.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = came[i] ? 1 : 0;
        }
        return flags;
    }

    private static int write(float[] values, float[] inputs, int place, int example, int batch) {
        for (int i = 0; i < values.length; i++) {
            inputs[(place + i) * batch + example] = values[i];
        }
        return place + values.length;
    }

    /** What was to come. */
    NextTargets targets(int[] chosen, CellChanges again) {
        int batch = chosen.length;
        int latent = configuration.latentSize();
        float[] means = new float[latent * batch];
        float[] variances = new float[latent * batch];
        double[] surprise = new double[batch];
        int lags = configuration.lags().size();
        double[][] repeated = new double[2 * lags][batch];
        boolean[][] possible = new boolean[2 * lags][batch];
        for (int example = 0; example < batch; example++) {
            int next = data.next()[chosen[example]];
            write(data.means()[instrument][next], means, 0, example, batch);
            write(data.variances()[instrument][next], variances, 0, example, batch);
            surprise[example] = data.surprise()[instrument][next];
            for (int lag = 0; lag < lags; lag++) {
                int[] changes = changes(chosen[example], lag);
                repeated[lag][example] = data.came()[instrument][next][lag] ? 0 : Double.POSITIVE_INFINITY;
                repeated[lags + lag][example] = again.nats(changes);
                possible[lag][example] = changes.length > 0;
                possible[lags + lag][example] = changes.length > 0;
            }
        }
        return new NextTargets(means, variances, surprise, repeated, possible);
    }

    /** How the cells of a segment differ from those of the one so many before it; nothing if there was none. */
    int[] changes(int example, int lag) {
        return data.changes()[instrument][example][lag];
    }

    /** What all of it costs in the mean, nothing dropped. */
    double cost(DenseStack network, NextLoss loss, CellChanges again, Hearing hearing, int batchSize) {
        double sum = 0;
        List<Integer> all = all();
        for (List<Integer> batch : Batches.of(all, batchSize)) {
            int[] chosen = Batches.array(batch);
            float[] told = network.run(inputs(chosen, hearing), chosen.length);
            sum += loss.of(told, targets(chosen, again)) * chosen.length;
        }
        return sum / all.size();
    }
}
