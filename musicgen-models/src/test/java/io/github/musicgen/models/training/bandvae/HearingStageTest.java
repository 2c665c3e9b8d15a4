package io.github.musicgen.models.training.bandvae;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.models.network.BandVaeNetwork;
import io.github.musicgen.models.training.course.AdamSteps;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HearingStageTest {
    private static final BandVaeConfiguration CONFIGURATION = BandSongs.TINY;
    private static final BandTrainingOptions OPTIONS = BandTrainingOptions.usual();
    private static final int BASS = 1;
    private static final String HEARING = "bass.next.0.weights";

    private final BandVaeNetwork networks = new BandVaeNetwork(CONFIGURATION);
    private final Map<String, float[]> before = new HashMap<>();
    private final Map<String, float[]> after = new HashMap<>();
    private Follows follows;

    @BeforeEach
    void learnWhatFollowsWhat() {
        TinyBands.weights(CONFIGURATION, 1).forEach(tensor -> before.put(tensor.name(), tensor.values()));
        BandLessons lessons = BandLessons.of(CONFIGURATION, BandSongs.split());
        follows = new Follows(
                Successions.of(networks, networks.table(before), lessons.learned(), 0),
                Successions.of(networks, networks.table(before), lessons.watched(), 0));
        NextStage next = new NextStage(networks, BASS, OPTIONS, follows);
        learn(next);
        next.write(before);
        after.putAll(before);
    }

    private static void learn(BandStage stage) {
        AdamSteps weights = AdamSteps.begin(stage.parameters());
        long step = 0;
        for (int epoch = 0; epoch < 3; epoch++) {
            int batches = stage.begin(epoch);
            for (int batch = 0; batch < batches; batch++) {
                weights.writeWeights(stage.parameters());
                stage.learn(batch, step);
                weights.step(stage.gradients(), step++, 0.01, 50, OPTIONS.averaging());
            }
            stage.end();
            weights.writeAverage(stage.parameters());
        }
    }

    @Test
    void next_learnsNothingOfOthers() {
        float[] weights = hearing(before);
        assertThat(Arrays.copyOfRange(weights, deaf(weights), weights.length)).containsOnly(0);
    }

    /** So whoever is told nothing of others is, to the bit, who never heard any. */
    @Test
    void learn_changesNothingButWhatHears() {
        HearingStage stage = new HearingStage(networks, BASS, OPTIONS, networks.table(before), follows);
        double deaf = stage.validated();
        learn(stage);
        stage.write(after);
        float[] was = hearing(before);
        float[] is = hearing(after);
        int deafWeights = deaf(was);
        assertThat(Arrays.copyOf(is, deafWeights)).isEqualTo(Arrays.copyOf(was, deafWeights));
        assertThat(is).isNotEqualTo(was);
        assertThat(stage.validated()).isLessThan(deaf);
        after.remove(HEARING);
        after.forEach((name, values) -> assertThat(values).as(name).isEqualTo(before.get(name)));
    }

    private static float[] hearing(Map<String, float[]> weights) {
        return Objects.requireNonNull(weights.get(HEARING));
    }

    /** How many of the weights of the first layer, row by row, belong to what the bass knows of itself. */
    private static int deaf(float[] weights) {
        return weights.length * CONFIGURATION.nextInputs(0) / CONFIGURATION.nextInputs(BASS);
    }
}
