package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.json.JsonReader;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.models.evaluation.KindScore;
import io.github.musicgen.models.evaluation.ModelScore;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TrainingStateJsonTest {
    /** The most surprising steps that a score can hold: a probability of 0 counts as the least positive normal number. */
    private static final double MOST_NATS = -Math.log(Double.MIN_NORMAL);

    @Property(tries = 200)
    void aState_comesBackToTheBit(
            @ForAll double nats, @ForAll double seconds, @ForAll @IntRange(min = 0, max = 3) int epochs)
            throws IOException {
        List<EpochReport> history = List.of(
                        report(1, nats, seconds), report(2, 1e-300, 0), report(3, MOST_NATS, Double.MAX_VALUE))
                .subList(0, epochs);
        TrainingState state = new TrainingState(epochs, 7, nats, 1e9, seconds, history);

        byte[] bytes = JsonWriter.toBytes(TrainingStateJson.of(state));

        assertThat(TrainingStateJson.read(JsonPlace.of("state", JsonReader.read("state", bytes))))
                .isEqualTo(state);
    }

    private static EpochReport report(int epoch, double nats, double seconds) {
        KindScore impossible = new KindScore(1000, 1000 * MOST_NATS, 0);
        return new EpochReport(
                epoch, 5L * epoch, nats, new ModelScore(3, impossible, KindScore.NONE, impossible), 0.005, seconds);
    }
}
