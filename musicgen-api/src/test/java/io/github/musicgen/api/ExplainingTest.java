package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.explain.ExplainedStep;
import io.github.musicgen.api.explain.ExplainedStep.Alternative;
import io.github.musicgen.api.explain.Explanation;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.run.Primer;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainingTest {
    private static final int ALL = 1000;
    private static final int STEPS = 80;

    private static Generator generator(MelodyRnnConfiguration configuration) {
        return Generator.of(TinyModels.of(configuration.withLayers(16, 16), 11));
    }

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all();
    }

    private static MelodyRequest request(Generator generator) {
        return generator
                .continuing(Tunes.melody())
                .steps(STEPS)
                .seed(5)
                .inKey("G")
                .within("C4", "C6");
    }

    /** The melody that the model was shown and made, in the music's key. */
    private static int[] melody(Generator generator, Generation generation) {
        int[] before = Primer.of(
                        "it",
                        Tunes.melody(),
                        Optional.empty(),
                        generator.bundle().configuration())
                .melody()
                .events();
        int[] made = generation.melody().events();
        int[] all = Arrays.copyOf(before, before.length + made.length);
        System.arraycopy(made, 0, all, before.length, made.length);
        return all;
    }

    private static Alternative chosen(ExplainedStep step) {
        List<Alternative> chosen =
                step.alternatives().stream().filter(Alternative::chosen).toList();
        assertThat(chosen).as("chosen in %s", step).hasSize(1);
        return chosen.get(0);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void explain_tellsEveryStepOfTheGeneration_andChangesNothing(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        Generation generation = request(generator).generate();
        Explanation explanation = generator.explain(generation, 5);
        assertThat(explanation.music()).isEqualTo(generation.whole());
        assertThat(explanation.startTick())
                .isEqualTo(generation.recipe().startTick())
                .isEqualTo(3840);
        assertThat(explanation.endTick()).isEqualTo(3840 + STEPS * 120);
        assertThat(explanation.melodyStartTick()).isZero();
        assertThat(explanation.stepsBefore()).isEqualTo(32);
        assertThat(explanation.steps().stream().mapToInt(ExplainedStep::event))
                .containsExactly(
                        Arrays.stream(generation.melody().events()).boxed().toArray(Integer[]::new));
        double sum = 0;
        for (ExplainedStep step : explanation.steps()) {
            assertThat(step.tick())
                    .isEqualTo(3840 + 120L * step.index())
                    .isEqualTo(explanation.tickOf(32 + step.index()));
            assertThat(chosen(step).event()).isEqualTo(step.event());
            assertThat(step.alternatives()).hasSizeBetween(5, 6);
            sum -= step.surprise();
        }
        assertThat(sum).isCloseTo(generation.logLikelihood(), within(1e-9));
        assertThat(request(generator).generate()).isEqualTo(generation);
        assertThat(generator.explain(generation, 5)).isEqualTo(explanation);
    }

    /** The network again, on its own, and a softmax of the JDK. */
    @ParameterizedTest
    @MethodSource("configurations")
    void before_isTheSoftmaxOfWhatTheNetworkAnswers(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        Generation generation = request(generator).generate();
        int[] melody = melody(generator, generation);
        int shift =
                Primer.of("it", Tunes.melody(), Optional.empty(), configuration).shift();
        MelodyRnnState state = generator.model().start();
        for (int i = 0; i < 32; i++) {
            state.feed(toModel(melody[i], shift));
        }
        for (ExplainedStep step : generator.explain(generation, ALL).steps()) {
            double[] expected = softmax(state.scores());
            Arrays.sort(expected);
            List<Double> told =
                    step.alternatives().stream().map(Alternative::before).toList();
            assertThat(told).hasSize(expected.length);
            double sum = 0;
            for (int i = 0; i < told.size(); i++) {
                assertThat(told.get(i)).isCloseTo(expected[expected.length - 1 - i], within(1e-9));
                sum += told.get(i);
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            double meant = 0;
            for (Alternative each : step.alternatives()) {
                meant += each.event() == step.event() ? each.before() : 0;
            }
            assertThat(step.surprise()).isCloseTo(-StrictMath.log(meant), within(1e-9));
            state.feed(toModel(step.event(), shift));
        }
    }

    private static int toModel(int event, int shift) {
        return event < 0 ? event : event + shift;
    }

    private static double[] softmax(float[] scores) {
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = StrictMath.exp(scores[i]);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void after_isNothingForWhatIsForbidden_andOneInAll(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        Explanation explanation = generator.explain(request(generator).generate(), ALL);
        List<Integer> scale = List.of(7, 9, 11, 0, 2, 4, 6);
        for (ExplainedStep step : explanation.steps()) {
            double sum = 0;
            for (Alternative each : step.alternatives()) {
                sum += each.after();
                boolean forbidden = each.event() >= 0
                        && (each.event() < 60 || each.event() > 84 || !scale.contains(each.event() % 12));
                if (forbidden) {
                    assertThat(each.after()).as("%s", each).isZero();
                }
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(chosen(step).after()).isPositive();
        }
        assertThat(explanation.steps().stream().flatMap(step -> step.alternatives().stream()))
                .as("something was forbidden")
                .anyMatch(each -> each.after() == 0 && each.before() > 0);
    }

    @Test
    void few_areTheLikeliest_andTheOneChosen() {
        Generator generator = generator(MelodyRnnConfiguration.lookbackRnn());
        Generation generation = request(generator).temperature(2).generate();
        Explanation all = generator.explain(generation, ALL);
        Explanation few = generator.explain(generation, 2);
        for (int i = 0; i < STEPS; i++) {
            List<Alternative> expected =
                    new ArrayList<>(all.steps().get(i).alternatives().subList(0, 2));
            Alternative chosen = chosen(all.steps().get(i));
            if (!expected.contains(chosen)) {
                expected.add(chosen);
            }
            assertThat(few.steps().get(i).alternatives()).isEqualTo(expected);
        }
        assertThat(few.steps()).anyMatch(step -> step.alternatives().size() == 3);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void attention_isOneInAll_overItsLength_orNotThere(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        int length = configuration.attention().map(Attention::length).orElse(0);
        for (ExplainedStep step :
                generator.explain(request(generator).generate(), 3).steps()) {
            assertThat(step.attention()).hasSize(length);
            double sum = 0;
            for (float share : step.attention()) {
                sum += share;
            }
            assertThat(sum).isCloseTo(length == 0 ? 0 : 1, within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void repeatOf_isAStepOfTheSameEvent_orBeforeTheStart(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        Generation generation = request(generator).generate();
        int[] melody = melody(generator, generation);
        int repeats = 0;
        for (ExplainedStep step : generator.explain(generation, 3).steps()) {
            assertThat(step.repeatOf().isPresent())
                    .isEqualTo(chosen(step).repeat().isPresent());
            if (step.repeatOf().isPresent()) {
                int target = step.repeatOf().getAsInt();
                assertThat(32 + step.index() - target)
                        .isEqualTo(chosen(step).repeat().getAsInt());
                assertThat(target < 0 ? Melody.NO_EVENT : melody[target]).isEqualTo(step.event());
                repeats++;
            }
        }
        boolean looksBack = generator
                .model()
                .encoding()
                .repeatDistance(generator.model().encoding().classCount() - 1)
                .isPresent();
        assertThat(repeats > 0).isEqualTo(looksBack);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void fromScratch_theOpeningWasNotTheModels(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        Generation generation = generator.fromScratch().steps(40).seed(3).generate();
        Explanation explanation = generator.explain(generation, 4);
        assertThat(explanation.startTick()).isZero();
        assertThat(explanation.stepsBefore()).isZero();
        ExplainedStep opening = explanation.steps().get(0);
        assertThat(opening.alternatives()).isEmpty();
        assertThat(opening.attention()).isEmpty();
        assertThat(opening.repeatOf()).isEqualTo(OptionalInt.empty());
        assertThat(opening.surprise()).isZero();
        assertThat(explanation.steps()).hasSize(40);
        for (ExplainedStep step : explanation.steps().subList(1, 40)) {
            assertThat(chosen(step).event()).isEqualTo(step.event());
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void partOfAGeneration_isExplainedAsFarAsItGoes(MelodyRnnConfiguration configuration) {
        Generator generator = generator(configuration);
        Generation whole = request(generator).generate();
        Generation part = request(generator).generateWhile(step -> step.index() < 6);
        assertThat(part.complete()).isFalse();
        Explanation explanation = generator.explain(part, 4);
        assertThat(explanation.endTick()).isEqualTo(3840 + 7 * 120);
        assertThat(explanation.steps())
                .isEqualTo(generator.explain(whole, 4).steps().subList(0, 7));
    }

    @Test
    void explain_ofABand_countsFromWhereItsMelodyBegins() {
        Generator generator = generator(MelodyRnnConfiguration.lookbackRnn());
        Explanation explanation =
                generator.explain(generator.continuing(Tunes.band()).seed(2).generate(), 3);
        assertThat(explanation.startTick()).isEqualTo(400);
        assertThat(explanation.tickOf(0)).isEqualTo(explanation.melodyStartTick());
        assertThat(explanation.tickOf(explanation.stepsBefore())).isEqualTo(400);
    }

    @Test
    void explain_whatAnotherModelMade_orASearchFound_isRefused() {
        Generator generator = generator(MelodyRnnConfiguration.lookbackRnn());
        Generation generation = request(generator).generate();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator(MelodyRnnConfiguration.basicRnn()).explain(generation, 3))
                .withMessageContaining(
                        "it was made by model \"tiny-lookback\" with the fingerprint " + generator.modelHash())
                .withMessageContaining("but this is \"tiny-basic\"");
        Generation searched = request(generator).beam(2, 2, 1).generate();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.explain(searched, 3))
                .withMessage("a generation must be drawn step by step to be explained, but was found by a beam search");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.explain(generation, 0))
                .withMessage("alternatives must be at least 1, but were 0");
    }
}
