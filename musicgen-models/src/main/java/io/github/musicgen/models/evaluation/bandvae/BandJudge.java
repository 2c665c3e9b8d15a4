package io.github.musicgen.models.evaluation.bandvae;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How a band foresees one instrument, piece after piece. */
final class BandJudge {
    private static final double LOG_2_PI = StrictMath.log(2 * StrictMath.PI);

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

    BandJudge(BandVae model, int instrument, Listening listening, int samples, SeededRandom random) {
        this.model = model;
        this.configuration = model.configuration();
        this.instrument = instrument;
        this.listening = listening;
        this.samples = samples;
        this.random = random;
    }

    /** Nothing if there was no segment. */
    Optional<BandScore.Part> part() {
        if (segments == 0) {
            return Optional.empty();
        }
        return Optional.of(new BandScore.Part(
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
            BandVae.Heard each = model.heard(piece.segment(other, segment), next, came(piece, other, segment));
            heard.add(listening.hears(other) ? each : model.nothingHeard());
        }
        LatentVector last = means.get(configuration.heard(instrument)).get(segment - 1);
        return model.next(instrument, new BandVae.Past(last, came(piece, instrument, segment - 1)), heard);
    }

    private List<Boolean> came(BandRolls piece, int of, int segment) {
        BandCells cells = piece.segment(of, segment);
        return configuration.lags().stream()
                .map(lag -> lag <= segment && piece.segment(of, segment - lag).equals(cells))
                .toList();
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
