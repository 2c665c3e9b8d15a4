package io.github.musicgen.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NGramScoreTest {
    private static final double EXACT = 1e-12;
    private static final int EVENTS = 4;

    @Test
    void heldOut_ofOneStep_isWhatOneComputesByHand() {
        // Training text "0 1 0 1 2": steps to judge are 1 0 1 2.
        List<int[]> training = List.of(new int[] {0, 1, 0, 1, 2});
        NGramScore score = NGramScore.heldOut(EVENTS, training, List.of(new int[] {0, 1}), 2);

        // Order 0: count(1) = 2 of 4, three types: (2 + 3/4) / (4 + 3).
        double order0 = 2.75 / 7;
        // Order 1, after 0: count(1) = 2 of 2, one type: (2 + order0) / 3.
        double order1 = (2 + order0) / 3;
        assertThat(score.steps()).isEqualTo(1);
        assertThat(score.natsPerStep().get(0)).isEqualTo(-Math.log(order0), within(EXACT));
        assertThat(score.natsPerStep().get(1)).isEqualTo(-Math.log(order1), within(EXACT));
        // Order 2: only one event lies before the step.
        assertThat(score.natsPerStep().get(2)).isEqualTo(-Math.log(order1), within(EXACT));
        assertThat(score.bestOrder()).isEqualTo(1);
        assertThat(score.bestNatsPerStep()).isEqualTo(score.natsPerStep().get(1));
    }

    @Test
    void heldOut_afterAnUnseenContext_saysWhatTheShorterOneSays() {
        List<int[]> training = List.of(new int[] {0, 1, 0, 1, 2});
        NGramScore score = NGramScore.heldOut(EVENTS, training, List.of(new int[] {3, 1}), 1);

        assertThat(score.natsPerStep().get(1)).isEqualTo(score.natsPerStep().get(0));
    }

    @Test
    void heldOut_withoutTraining_findsAllEventsEquallyLikely() {
        NGramScore score = NGramScore.heldOut(EVENTS, List.of(), List.of(new int[] {0, 1, 2}), 3);

        assertThat(score.natsPerStep()).allSatisfy(nats -> assertThat(nats).isEqualTo(Math.log(4), within(EXACT)));
    }

    @Property(tries = 200)
    void heldOut_isWhatTheDefinitionSays(
            @ForAll @Size(max = 6) List<@Size(max = 30) List<@IntRange(max = EVENTS - 1) Integer>> training,
            @ForAll @Size(min = 1, max = 4)
                    List<@Size(min = 2, max = 30) List<@IntRange(max = EVENTS - 1) Integer>> heldOut) {
        NGramScore score = NGramScore.heldOut(EVENTS, arrays(training), arrays(heldOut), 6);

        for (int order = 0; order <= 6; order++) {
            NaiveWittenBell naive = new NaiveWittenBell(EVENTS, order, arrays(training));
            assertThat(score.natsPerStep().get(order)).isEqualTo(naive.natsPerStep(arrays(heldOut)), within(1e-9));
        }
    }

    @Property(tries = 200)
    void leaveOneOut_isWhatTheDefinitionSays(
            @ForAll @Size(min = 2, max = 5)
                    List<@Size(max = 3) List<@Size(min = 2, max = 20) List<@IntRange(max = EVENTS - 1) Integer>>>
                            pieces) {
        List<List<int[]>> texts = pieces.stream().map(NGramScoreTest::arrays).toList();
        if (texts.stream().allMatch(List::isEmpty)) {
            return;
        }

        NGramScore score = NGramScore.leaveOneOut(EVENTS, texts, 5);

        for (int order = 0; order <= 5; order++) {
            double nats = 0;
            for (int left = 0; left < texts.size(); left++) {
                List<List<int[]>> others = new ArrayList<>(texts);
                List<int[]> out = others.remove(left);
                NaiveWittenBell naive = new NaiveWittenBell(
                        EVENTS, order, others.stream().flatMap(List::stream).toList());
                long steps =
                        out.stream().mapToLong(sequence -> sequence.length - 1).sum();
                nats += steps == 0 ? 0 : naive.natsPerStep(out) * steps;
            }
            assertThat(score.natsPerStep().get(order)).isEqualTo(nats / score.steps(), within(1e-9));
        }
    }

    @Property(tries = 100)
    void probabilities_ofAllEventsAfterAnyHistory_sumToOne(
            @ForAll @Size(max = 5) List<@Size(max = 40) List<@IntRange(max = EVENTS - 1) Integer>> training,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = EVENTS - 1) Integer> history) {
        List<int[]> continuations = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
            int[] continuation = Arrays.copyOf(array(history), history.size() + 1);
            continuation[history.size()] = event;
            continuations.add(continuation);
        }
        WittenBell model = WittenBell.heldOut(EVENTS, arrays(training), continuations);

        for (int order = 0; order <= 8; order++) {
            model.nextOrder();
            double[] probabilities = model.probabilities();
            double sum = 0;
            for (int event = 0; event < EVENTS; event++) {
                sum += probabilities[(event + 1) * (history.size() + 1) - 1];
            }
            assertThat(sum).isEqualTo(1, within(EXACT));
        }
    }

    @Test
    void heldOut_ofMelodies_movesThemIntoTheKeyOfTheModel() {
        ModelMelodies shown = new ModelMelodies(MelodyRnnConfiguration.basicRnn());
        Melody melody = Melody.of(60, 62, 64, 65, 67, -2, 72, -2, 60, 62, 64, 65, 67, -2, 72, -1);

        NGramScore score = NGramScore.heldOut(shown, List.of(melody), List.of(melody.transpose(5)));

        assertThat(score.natsPerStep()).hasSize(NGramScore.MAX_ORDER + 1);
        assertThat(score.natsPerStep())
                .isEqualTo(NGramScore.heldOut(shown, List.of(melody), List.of(melody))
                        .natsPerStep());
        List<Piece> pieces = List.of(new Piece("a", List.of(melody)), new Piece("b", List.of(melody.transpose(5))));
        assertThat(NGramScore.leaveOneOut(shown, pieces).bestNatsPerStep())
                .isEqualTo(score.bestNatsPerStep(), within(EXACT));
    }

    @Test
    void nothingToJudge_isRefused() {
        assertThatThrownBy(() -> NGramScore.heldOut(EVENTS, List.of(), List.of(new int[] {1}), 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two steps or more");
        assertThatThrownBy(() -> NGramScore.heldOut(EVENTS, List.of(), List.of(new int[] {1, 4}), 3))
                .hasMessageContaining("0..3, but was 4");
        assertThatThrownBy(() -> NGramScore.heldOut(EVENTS, List.of(), List.of(new int[] {1, 2}), -1))
                .hasMessageContaining("but was -1");
        assertThatThrownBy(() -> NGramScore.heldOut(0, List.of(), List.of(), 1)).hasMessageContaining("were 0");
    }

    private static List<int[]> arrays(List<List<Integer>> sequences) {
        return sequences.stream().map(NGramScoreTest::array).toList();
    }

    private static int[] array(List<Integer> sequence) {
        return sequence.stream().mapToInt(Integer::intValue).toArray();
    }
}
