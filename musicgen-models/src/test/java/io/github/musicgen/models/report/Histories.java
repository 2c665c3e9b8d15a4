package io.github.musicgen.models.report;

import io.github.musicgen.models.evaluation.KindScore;
import io.github.musicgen.models.evaluation.ModelScore;
import io.github.musicgen.models.training.EpochReport;
import java.util.List;
import java.util.stream.IntStream;

/** Trainings that nobody ran: quick at first, then slower, and at last learning by heart. */
final class Histories {
    private static final int STEPS_PER_EPOCH = 212;
    private static final double SECONDS_PER_EPOCH = 61.5;

    private Histories() {}

    static List<EpochReport> ofEpochs(int epochs) {
        return IntStream.rangeClosed(1, epochs).mapToObj(Histories::epoch).toList();
    }

    /** An epoch of a training whose best one is about the 16th. */
    static EpochReport epoch(int number) {
        double learned = StrictMath.exp(-number / 5.0);
        double wobble = 0.008 * StrictMath.sin(2.3 * number);
        double validation = 0.58 + 0.9 * learned + 0.0025 * number + wobble;
        return new EpochReport(
                number,
                (long) number * STEPS_PER_EPOCH,
                0.52 + learned - 0.002 * number,
                score(validation, 1 - learned),
                0.002 * StrictMath.pow(0.96, number),
                number * SECONDS_PER_EPOCH);
    }

    private static ModelScore score(double nats, double skill) {
        return new ModelScore(
                80,
                new KindScore(7_500, 7_500 * 2 * nats, (long) (7_500 * 0.52 * skill)),
                new KindScore(1_500, 1_500 * nats, (long) (1_500 * 0.44 * skill)),
                new KindScore(15_000, 15_000 * nats / 2, (long) (15_000 * (0.86 + 0.08 * skill))));
    }

    /** An epoch whose figures are no numbers: there was nothing to count. */
    static EpochReport withoutNumbers() {
        ModelScore nothing = new ModelScore(0, KindScore.NONE, KindScore.NONE, KindScore.NONE);
        return new EpochReport(1, 1, Double.NaN, nothing, Double.NaN, Double.NaN);
    }
}
