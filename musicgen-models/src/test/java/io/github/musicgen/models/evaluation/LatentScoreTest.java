package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentScoreTest {
    private static final MelodyVaeConfiguration TINY = MelodyVaeConfiguration.small()
            .withRange(60, 72)
            .withBars(1)
            .withEncoder(2)
            .withDecoder(2)
            .withLatentSize(3);

    /** Weights of 0 say nothing but what the biases of the outputs say. */
    private static MelodyVae model(float biasOfNoEvent) throws Exception {
        List<Tensor> tensors = new ArrayList<>();
        MelodyVaeTensors.schema(TINY)
                .shapes()
                .forEach((name, shape) -> tensors.add(new Tensor(name, shape, new float[shape.values()])));
        TensorTable weights = TensorTable.of(tensors);
        weights.tensor("decoder.output.bias").values()[0] = biasOfNoEvent;
        return MelodyVae.of(TINY, weights, Engine.portable());
    }

    private static Melody bar(int... events) {
        int[] all = new int[16];
        Arrays.fill(all, Melody.NO_EVENT);
        System.arraycopy(events, 0, all, 0, events.length);
        return Melody.of(all);
    }

    @Test
    void of_modelThatAlwaysExpectsNoEvent_hitsThoseAlone() throws Exception {
        LatentScore score = LatentScore.of(model(2), List.of(bar(60, 62), bar(64, 65, 67, 69)), 1);
        assertThat(score.melodies()).isEqualTo(2);
        assertThat(score.taught()).isEqualTo((14 + 12) / 32.0);
        assertThat(score.sampled()).isEqualTo(score.taught());
        double all = Math.exp(2) + 13;
        assertThat(score.natsPerStep()).isCloseTo((26 * (Math.log(all) - 2) + 6 * Math.log(all)) / 32, within(1e-6));
        double deviation = Math.log(2); // softplus of 0
        assertThat(score.divergence())
                .isCloseTo(3 * (0.5 * (deviation * deviation - 1) - Math.log(deviation)), within(1e-6));
        assertThat(score.activeUnits()).isZero();
    }

    @Test
    void of_nothing_isRefused() throws Exception {
        MelodyVae model = model(0);
        assertThatThrownBy(() -> LatentScore.of(model, List.of(), 1))
                .hasMessage("there must be a melody to judge a model on, but there was none");
    }

    @Test
    void melodies_areCutIntoBars_eachOnce_inRange_withoutSilence() {
        int[] events = new int[64];
        Arrays.fill(events, Melody.NO_EVENT);
        events[0] = 60;
        events[16] = 48; // an octave below: the same bar again
        events[32] = 71;
        events[33] = Melody.NOTE_OFF;
        LatentMelodies cut = new LatentMelodies(TINY);
        List<Melody> found = cut.of(List.of(Melody.of(events), Melody.of(events).withMeter(12, 4)));
        assertThat(found).extracting(melody -> melody.event(0)).containsExactly(60, 71);
        assertThat(found).extracting(Melody::startStep).containsOnly(0);
        assertThat(cut.of(List.of(bar(60).withMeter(16, 8)))).isEmpty();
    }
}
