package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.models.evaluation.KindScore;
import io.github.musicgen.models.evaluation.ModelScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpochReportTest {
    @Test
    void bestOf_isTheFirstOfTheLeastSurprised() {
        assertThat(EpochReport.bestOf(history())).isZero();
        assertThat(EpochReport.bestOf(history(9))).isEqualTo(1);
        assertThat(EpochReport.bestOf(history(9, 5, 7, 5))).isEqualTo(2);
        assertThat(EpochReport.bestOf(history(3, 3, 4))).isEqualTo(1);
        assertThat(EpochReport.bestOf(history(3, 2, 1))).isEqualTo(3);
    }

    private static List<EpochReport> history(double... nats) {
        List<EpochReport> history = new ArrayList<>();
        for (double each : nats) {
            ModelScore score = new ModelScore(1, new KindScore(1, each, 0), KindScore.NONE, KindScore.NONE);
            history.add(new EpochReport(history.size() + 1, 1, 1, score, 0.1, 1));
        }
        return history;
    }
}
