package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelScoreTest {
    private static final int MELODIES = 12;
    private static final int STEPS = 70; // beyond both lookbacks

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all().stream()
                .map(configuration -> configuration.withLayers(8, 8))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void of_addsUpWhatTheModelFindsLikely(MelodyRnnConfiguration configuration) throws MalformedModelException {
        MelodyRnn model = model(configuration, 2);
        double nats = 0;
        long hits = 0;
        long noteOns = 0;
        for (Melody melody : melodies()) {
            Melody shown = new ModelMelodies(configuration).squash(melody);
            MelodyRnnState run = model.start();
            run.feed(shown.event(0));
            for (int step = 1; step < shown.length(); step++) {
                nats -= run.logProbability(shown.event(step));
                hits += likeliest(run, configuration) == shown.event(step) ? 1 : 0;
                noteOns += shown.event(step) >= 0 ? 1 : 0;
                run.feed(shown.event(step));
            }
        }

        ModelScore score = ModelScore.of(model, melodies());

        assertThat(score.melodies()).isEqualTo(MELODIES);
        assertThat(score.steps()).isEqualTo(MELODIES * (STEPS - 1L));
        assertThat(score.natsPerStep()).isEqualTo(nats / score.steps(), within(1e-12));
        assertThat(score.natsPerEvent())
                .isEqualTo(nats / (score.noteOns().steps() + score.noteOffs().steps()), within(1e-10));
        assertThat(score.accuracy()).isEqualTo((double) hits / score.steps());
        assertThat(score.noteOns().steps()).isEqualTo(noteOns);
        assertThat(score.perplexity()).isEqualTo(Math.exp(score.natsPerStep()), within(1e-9));
    }

    static int likeliest(MelodyRnnState run, MelodyRnnConfiguration configuration) {
        int best = Melody.NO_EVENT;
        for (int event = Melody.NOTE_OFF; event < configuration.maxPitch(); event++) {
            boolean known = event < 0 || event >= configuration.minPitch();
            best = known && run.logProbability(event) > run.logProbability(best) ? event : best;
        }
        return best;
    }

    @Test
    void of_isTheSameAgainAndAgain() throws MalformedModelException {
        MelodyRnn model = model(configurations().get(2), 3);

        assertThat(ModelScore.of(model, melodies())).isEqualTo(ModelScore.of(model, melodies()));
    }

    @Test
    void of_aModelWithoutAnOpinion_isTheLogarithmOfTheEvents() throws MalformedModelException {
        ModelScore score = ModelScore.of(model(configurations().get(0), 0), melodies());

        assertThat(score.natsPerStep()).isEqualTo(Math.log(38), within(1e-12));
        assertThat(score.noEventAccuracy()).isEqualTo(1); // of equals the first
        assertThat(score.noteOnAccuracy()).isZero();
        assertThat(score.eventAccuracy()).isZero();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void of_aModelThatHoldsWhatHappensForImpossible_isFinite(MelodyRnnConfiguration configuration)
            throws MalformedModelException {
        double mostNats =
                -Math.log(Double.MIN_NORMAL) + Math.log(configuration.encoding().classCount());

        ModelScore score = ModelScore.of(model(configuration, 1e6), melodies());

        assertThat(score.natsPerStep()).isBetween(100.0, mostNats);
        assertThat(score.noteOns().natsPerStep()).isBetween(100.0, mostNats);
    }

    @Test
    void of_nothingToJudge_isRefused() throws MalformedModelException {
        MelodyRnn model = model(configurations().get(0), 1);

        assertThatThrownBy(() -> ModelScore.of(model, List.of(Melody.of(60))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two steps or more")
                .hasMessageContaining("among 1");
    }

    @Test
    void of_melodiesOnAnotherGrid_isRefused() throws MalformedModelException {
        MelodyRnn model = model(configurations().get(0), 1);

        assertThatThrownBy(() -> ModelScore.of(model, List.of(Melody.of(60, 62).withMeter(8, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 steps per quarter, but had 2");
    }

    static List<Melody> melodies() {
        SeededRandom random = SeededRandom.ofSeed(5);
        List<Melody> melodies = new ArrayList<>();
        for (int i = 0; i < MELODIES; i++) {
            int[] events = new int[STEPS];
            for (int step = 0; step < STEPS; step++) {
                double draw = random.nextDouble();
                events[step] = draw < 0.4 ? Melody.NO_EVENT : draw < 0.5 ? Melody.NOTE_OFF : (int) (30 + draw * 60);
                events[step] = step >= 16 && draw > 0.8 ? events[step - 16] : events[step];
            }
            melodies.add(Melody.of(events));
        }
        return melodies;
    }

    static MelodyRnn model(MelodyRnnConfiguration configuration, double bound) throws MalformedModelException {
        SeededRandom random = SeededRandom.ofSeed(9);
        List<Tensor> tensors = new ArrayList<>();
        MelodyRnnTensors.schema(configuration).shapes().forEach((name, shape) -> {
            float[] values = new float[shape.values()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (bound * (2 * random.nextDouble() - 1));
            }
            tensors.add(new Tensor(name, shape, values));
        });
        return MelodyRnn.of(configuration, TensorTable.of(tensors), Engine.portable());
    }
}
