package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.testing.RandomWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class NetworkBatchTest {
    private static final int INPUTS = 7;
    private static final int SIZE = 9;
    private static final int WIDE = 400; // so many cells that not all runs end their steps at once
    private static final int CLASSES = 5;

    private enum Kind {
        LSTM,
        WIDE_LSTM,
        TANH,
        ATTENTION_WITHIN,
        ATTENTION_AROUND_ALL
    }

    /** Which runs take part in a step, in which order, and what each is fed. */
    private record Round(List<Integer> runs, List<Integer> inputs) {}

    @Property(tries = 60)
    void runs_inBatchesOrAlone_answerTheSameBits(@ForAll Kind kind, @ForAll("rounds") List<Round> rounds) {
        StepNetwork network = network(kind);
        NetworkBatch batch = network.batch(4);
        NetworkState[] together = new NetworkState[4];
        NetworkState[] alone = new NetworkState[4];
        for (int i = 0; i < 4; i++) {
            together[i] = network.start();
            alone[i] = network.start();
        }
        for (Round round : rounds) {
            NetworkState[] chosen =
                    round.runs().stream().map(run -> together[run]).toArray(NetworkState[]::new);
            batch.begin(chosen, chosen.length);
            for (int i = 0; i < chosen.length; i++) {
                feed(chosen[i], round.inputs().get(i));
            }
            batch.finish(chosen, chosen.length);
            for (int i = 0; i < chosen.length; i++) {
                NetworkState one = alone[round.runs().get(i)];
                one.begin();
                feed(one, round.inputs().get(i));
                assertThat(chosen[i].scores()).containsExactly(one.finish());
            }
        }
    }

    private static void feed(NetworkState state, int input) {
        state.add(input, 1);
        state.add((input + 3) % INPUTS, -0.5f);
    }

    @Provide
    Arbitrary<List<Round>> rounds() {
        Arbitrary<List<Integer>> runs = Arbitraries.shuffle(0, 1, 2, 3)
                .flatMap(order -> Arbitraries.integers().between(1, 4).map(count -> order.subList(0, count)));
        Arbitrary<List<Integer>> inputs =
                Arbitraries.integers().between(0, INPUTS - 1).list().ofSize(4);
        return Combinators.combine(runs, inputs)
                .as(Round::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Test
    void batch_ofNoRun_isRefused() {
        assertThatThrownBy(() -> network(Kind.LSTM).batch(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 run or more, but was of 0");
    }

    private static StepNetwork network(Kind kind) {
        SplittableRandom random = new SplittableRandom(11);
        List<Layer> layers = new ArrayList<>();
        int size = kind == Kind.WIDE_LSTM ? WIDE : SIZE;
        layers.add(cells(kind, random, INPUTS, size));
        layers.add(cells(kind, random, size, size));
        int inside = switch (kind) {
            case LSTM, WIDE_LSTM, TANH -> 0;
            case ATTENTION_WITHIN -> 1;
            case ATTENTION_AROUND_ALL -> 2;
        };
        if (inside > 0) {
            List<Layer> inner = layers.subList(0, inside);
            Layer attention = attention(random, inner);
            inner.clear();
            layers.add(0, attention);
        }
        return new StepNetwork(layers, RandomWeights.dense(Engine.portable(), random, size, CLASSES));
    }

    private static Layer cells(Kind kind, SplittableRandom random, int inputs, int size) {
        int columns = kind == Kind.TANH ? size : 4 * size;
        Matrix input = RandomWeights.matrix(Engine.portable(), random, inputs, columns);
        Matrix recurrent = RandomWeights.matrix(Engine.portable(), random, size, columns);
        Vector bias = Vector.of(RandomWeights.uniform(random, columns, 0.3f));
        return kind == Kind.TANH ? new TanhLayer(input, recurrent, bias) : new LstmLayer(input, recurrent, bias);
    }

    private static Layer attention(SplittableRandom random, List<Layer> inner) {
        Engine engine = Engine.portable();
        return new AttentionLayer(
                List.copyOf(inner),
                3,
                RandomWeights.dense(engine, random, INPUTS, INPUTS),
                RandomWeights.matrix(engine, random, SIZE, INPUTS),
                RandomWeights.dense(engine, random, 2 * SIZE * inner.size(), SIZE),
                RandomWeights.matrix(engine, random, SIZE, SIZE),
                Vector.of(RandomWeights.uniform(random, SIZE, 0.3f)),
                RandomWeights.dense(engine, random, SIZE, SIZE),
                RandomWeights.matrix(engine, random, SIZE, SIZE));
    }
}
