package io.github.musicgen.models.evaluation.melodyvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentScoreTest {
    private static final MelodyVaeConfiguration TINY = MelodyVaeConfiguration.small()
            .withRange(60, 72)
            .withBars(1)
            .withEncoder(2)
            .withDecoder(2)
            .withLatentSize(3);

    private static final MelodyVaeConfiguration TINY_DRUMS = MelodyVaeConfiguration.smallDrums()
            .withBars(1)
            .withEncoder(2)
            .withDecoder(2)
            .withLatentSize(3);

    /** Weights of 0 say nothing but what the biases of the outputs say. */
    private static MelodyVae model(float biasOfNoEvent) throws Exception {
        return model(TINY, 0, biasOfNoEvent);
    }

    private static MelodyVae model(MelodyVaeConfiguration configuration, int likely, float bias) throws Exception {
        List<Tensor> tensors = new ArrayList<>();
        MelodyVaeTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(new Tensor(name, shape, new float[shape.values()])));
        TensorTable weights = TensorTable.of(tensors);
        weights.tensor("decoder.output.bias").values()[likely] = bias;
        return MelodyVae.of(configuration, weights, Engine.portable());
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
        assertThat(score.stretches()).isEqualTo(2);
        assertThat(score.taught()).isEqualTo((14 + 12) / 32.0);
        assertThat(score.sampled()).isEqualTo(score.taught());
        double all = Math.exp(2) + 13;
        assertThat(score.natsPerStep()).isCloseTo((26 * (Math.log(all) - 2) + 6 * Math.log(all)) / 32, within(1e-6));
        double deviation = Math.log(2); // softplus of 0
        assertThat(score.divergence())
                .isCloseTo(3 * (0.5 * (deviation * deviation - 1) - Math.log(deviation)), within(1e-6));
        assertThat(score.activeUnits()).isZero();
    }

    /**
     * A model that expects the event that was last, and C first of all, all but surely: its cells keep nothing but a unit for that event.
     */
    private static MelodyVae echo() throws Exception {
        int classes = TINY.vocabulary().size();
        MelodyVaeConfiguration configuration = TINY.withDecoder(classes);
        List<Tensor> tensors = new ArrayList<>();
        MelodyVaeTensors.schema(configuration)
                .shapes()
                .forEach((name, shape) -> tensors.add(new Tensor(name, shape, new float[shape.values()])));
        TensorTable weights = TensorTable.of(tensors);
        String cells = MelodyVaeTensors.layer(0);
        float[] gates = weights.tensor(MelodyRnnTensors.bias(cells)).values(); // [in, forget, out, new][classes]
        Arrays.fill(gates, 0, classes, 100);
        Arrays.fill(gates, classes, 2 * classes, -100);
        Arrays.fill(gates, 2 * classes, 3 * classes, 100);
        for (int event = 0; event < classes; event++) {
            weights.tensor(MelodyRnnTensors.inputWeights(cells)).values()[(4 * event + 3) * classes + event] = 100;
            weights.tensor(MelodyRnnTensors.weights(MelodyVaeTensors.OUTPUT)).values()[event * classes + event] = 1000;
        }
        weights.tensor(MelodyRnnTensors.bias(MelodyVaeTensors.OUTPUT))
                .values()[TINY.vocabulary().code(60)] = 100;
        return MelodyVae.of(configuration, weights, Engine.portable());
    }

    /** Eight times D, then eight times C: told the truth, the model errs at each first; left alone, it never comes off its first C. */
    @Test
    void sampled_goesOnFromWhatTheModelDrewItself() throws Exception {
        Melody melody = bar(62, 62, 62, 62, 62, 62, 62, 62, 60, 60, 60, 60, 60, 60, 60, 60);
        LatentScore score = LatentScore.of(echo(), List.of(melody), 1);
        assertThat(score.taught()).isEqualTo(14 / 16.0);
        assertThat(score.sampled()).isEqualTo(8 / 16.0);
    }

    private static DrumPattern beat(int... events) {
        return DrumPattern.of(Arrays.copyOf(events, 16));
    }

    @Test
    void of_drums_countsWhatIsStruckTogetherAsOne() throws Exception {
        LatentScore score = LatentScore.of(model(TINY_DRUMS, 5, 100), List.of(beat(5, 4, 1, 5), beat(5)), 1);
        assertThat(score.stretches()).isEqualTo(2);
        assertThat(score.taught()).isEqualTo(3 / 32.0);
        assertThat(score.sampled()).isEqualTo(3 / 32.0);
        assertThat(score.natsPerStep()).isCloseTo(100 * 29 / 32.0, within(1e-4));
        assertThatThrownBy(() -> LatentScore.of(model(TINY_DRUMS, 5, 1), List.of(), 1))
                .hasMessage("there must be a drum pattern to judge a model on, but there was none");
    }

    /** The model strikes drums 0 and 2 on every step; held-out patterns strike 0 on every other: 8 strokes of 32 are in common. */
    @Test
    void draws_ofDrums_areComparedByHowOftenEachIsStruck() throws Exception {
        List<DrumPattern> heldOut = Collections.nCopies(4, beat(1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1));
        LatentDraws draws = LatentDraws.ofDrums(model(TINY_DRUMS, 5, 100), SamplingOptions.DEFAULT, heldOut, 1);
        assertThat(draws.heldOut()).isEqualTo(1);
        assertThat(draws.overlap()).isEqualTo(8 / 32.0);
        assertThatThrownBy(() ->
                        LatentDraws.ofDrums(model(TINY_DRUMS, 5, 1), SamplingOptions.DEFAULT, heldOut.subList(0, 3), 1))
                .hasMessage("there must be 4 drums to compare with, but were 3");
    }

    @Test
    void overlap_isWhatBothStrike_ofWhatEitherDoes() {
        StrikeRates rates = StrikeRates.of(List.of(beat(3), beat(1)));
        assertThat(rates.overlap(rates)).isEqualTo(1);
        assertThat(rates.overlap(StrikeRates.of(List.of(beat(256))))).isZero();
        assertThat(rates.overlap(StrikeRates.of(List.of(beat(2))))).isEqualTo(0.5 / 2);
        StrikeRates silence = StrikeRates.of(List.of(beat()));
        assertThat(silence.overlap(silence)).isEqualTo(1);
        assertThat(silence.overlap(rates)).isZero();
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
