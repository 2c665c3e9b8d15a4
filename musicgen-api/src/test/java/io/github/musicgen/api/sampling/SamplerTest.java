package io.github.musicgen.api.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.random.SeededRandom;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
    private static final int DRAWS = 200_000;
    private static final float[] SCORES = {0.5f, -1.25f, 2, 2, -3, 0, 1.75f, -0.5f};
    private static final float[] EQUAL = new float[8];
    private static final SamplingOptions PLAIN = SamplingOptions.DEFAULT;

    @SuppressWarnings("ArrayRecordComponent") // cases are never compared
    private record Case(String name, SamplingOptions options, float[] scores, boolean... allowed) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static boolean[] all(int classes) {
        return allBut(classes);
    }

    private static boolean[] allBut(int classes, int... forbidden) {
        boolean[] allowed = new boolean[classes];
        Arrays.fill(allowed, true);
        for (int each : forbidden) {
            allowed[each] = false;
        }
        return allowed;
    }

    static Stream<Case> distributions() {
        boolean[] all = all(8);
        boolean[] masked = allBut(8, 0, 2, 7);
        SamplingOptions everything = new SamplingOptions(1.7, 4, 0.85);
        return Stream.of(
                new Case("plain", PLAIN, SCORES, all),
                new Case("of equal scores", PLAIN, EQUAL, all),
                new Case("cold", PLAIN.withTemperature(0.4), SCORES, all),
                new Case("hot", PLAIN.withTemperature(2), SCORES, all),
                new Case("as hot as can be", PLAIN.withTemperature(SamplingOptions.MAX_TEMPERATURE), SCORES, all),
                new Case("so cold that only ties are left", PLAIN.withTemperature(1e-300), SCORES, all),
                new Case("top-k through a tie", PLAIN.withTopK(1), SCORES, all),
                new Case("top-k", PLAIN.withTopK(3), SCORES, all),
                new Case("top-k of all", PLAIN.withTopK(8), SCORES, all),
                new Case("top-p", PLAIN.withTopP(0.7), SCORES, all),
                new Case("top-p of nearly nothing", PLAIN.withTopP(Double.MIN_VALUE), SCORES, all),
                new Case("top-p of nearly all", PLAIN.withTopP(Math.nextDown(1)), SCORES, all),
                new Case("masked", PLAIN, SCORES, masked),
                new Case("masked, top-k", PLAIN.withTopK(2), SCORES, masked),
                new Case("masked, top-p", PLAIN.withTopP(0.8), SCORES, masked),
                new Case("top-k, then top-p of what it left", new SamplingOptions(1, 3, 0.6), EQUAL, all),
                new Case("everything", everything, SCORES, all),
                new Case("everything, masked", everything, SCORES, masked));
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void draws_followTheExactDistribution(Case each) {
        Sampler sampler = new Sampler(each.options(), each.scores().length);
        SeededRandom random = SeededRandom.ofSeed(20_240_601);
        long[] counts = new long[each.scores().length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.choose(each.scores(), each.allowed(), random)]++;
        }

        ExactDistribution exact = ExactDistribution.of(each.options(), each.scores(), each.allowed());
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += sampler.probability(i);
            assertThat(sampler.probability(i)).as("class %s", i).isCloseTo(exact.probability(i), within(1e-14));
            if (exact.probability(i) == 0) {
                assertThat(counts[i]).as("class %s", i).isZero();
            }
        }
        assertThat(sum).isCloseTo(1, within(1e-14));
        ChiSquare test = new ChiSquare(exact, counts, DRAWS);
        assertThat(test.statistic())
                .as("false alarm with probability %s", ChiSquare.FALSE_ALARM)
                .isLessThanOrEqualTo(test.quantile());
    }

    @Test
    void theTestOfDraws_findsAnErrorOfOnePercent() {
        // So that it is known to be able to fail: the distribution of temperature 1.02 is not that of 1.
        ExactDistribution wrong = ExactDistribution.of(PLAIN.withTemperature(1.02), SCORES, all(8));
        Sampler sampler = new Sampler(PLAIN, SCORES.length);
        SeededRandom random = SeededRandom.ofSeed(7);
        long[] counts = new long[SCORES.length];
        for (int i = 0; i < DRAWS; i++) {
            counts[sampler.choose(SCORES, all(8), random)]++;
        }
        ChiSquare test = new ChiSquare(wrong, counts, DRAWS);
        assertThat(test.statistic()).isGreaterThan(test.quantile());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0})
    void temperature0_takesTheFirstOfTheLikeliest_andNoNumber(double temperature) {
        Sampler sampler = new Sampler(new SamplingOptions(temperature, 5, 0.5), SCORES.length);
        SeededRandom random = SeededRandom.ofSeed(1);
        SeededRandom untouched = random.copy();

        assertThat(sampler.choose(SCORES, all(8), random)).isEqualTo(2);
        assertThat(sampler.probability(2)).isEqualTo(1);
        assertThat(sampler.probability(3)).isZero();
        assertThat(sampler.choose(SCORES, allBut(8, 2), random)).isEqualTo(3);
        assertThat(sampler.choose(SCORES, allBut(8, 2, 3), random)).isEqualTo(6);
        assertThat(sampler.choose(EQUAL, allBut(8, 0), random)).isEqualTo(1);
        assertThat(random.state()).isEqualTo(untouched.state());
    }

    @ParameterizedTest
    @MethodSource("distributions")
    void aDraw_takesExactlyOneNumber(Case each) {
        Sampler sampler = new Sampler(each.options(), each.scores().length);
        SeededRandom random = SeededRandom.ofSeed(3);
        SeededRandom counted = random.copy();
        for (int i = 0; i < 100; i++) {
            sampler.choose(each.scores(), each.allowed(), random);
            counted.nextLong();
            assertThat(random.state()).isEqualTo(counted.state());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-300, 1, SamplingOptions.MAX_TEMPERATURE})
    void hugeDifferences_leaveTheLikeliestAlone(double temperature) {
        float[] scores = {-Float.MAX_VALUE, Float.MAX_VALUE, 0, -Float.MAX_VALUE};
        Sampler sampler = new Sampler(PLAIN.withTemperature(temperature), scores.length);
        SeededRandom random = SeededRandom.ofSeed(5);
        for (int i = 0; i < 1000; i++) {
            assertThat(sampler.choose(scores, all(4), random)).isEqualTo(1);
        }
        assertThat(sampler.probability(1)).isEqualTo(1);
        assertThat(sampler.probability(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1, SamplingOptions.MAX_TEMPERATURE})
    void theOnlyClassAllowed_isChosen_howeverUnlikely(double temperature) {
        float[] scores = {3e38f, -3e38f, 3e38f};
        Sampler sampler = new Sampler(new SamplingOptions(temperature, 1, 0.1), scores.length);
        assertThat(sampler.choose(scores, allBut(3, 0, 2), SeededRandom.ofSeed(9)))
                .isEqualTo(1);
        assertThat(sampler.probability(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0.25,  1", // exactly the probability of one class of four
        "0.2500000000000001, 2",
        "0.5,   2",
        "0.5000000000000001, 3",
        "0.75,  3",
        "1,     4",
        "1e-300, 1"
    })
    void topP_keepsNoMoreThanItNeeds(double topP, int kept) {
        Sampler sampler = new Sampler(PLAIN.withTopP(topP), 4);
        sampler.choose(new float[4], all(4), SeededRandom.ofSeed(1));
        for (int i = 0; i < 4; i++) {
            assertThat(sampler.probability(i)).isEqualTo(i < kept ? 1.0 / kept : 0);
        }
    }

    @Test
    void noClassAllowed_isRefused() {
        Sampler sampler = new Sampler(PLAIN, 8);
        assertThatThrownBy(() -> sampler.choose(SCORES, new boolean[8], SeededRandom.ofSeed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least one class must be allowed, but none of 8 was");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void aScoreThatIsNotFinite_isRefused_soThatNoMaskIsEverBroken(float score) {
        Sampler sampler = new Sampler(PLAIN, 3);
        float[] scores = {1, 2, score};
        assertThatThrownBy(() -> sampler.choose(scores, all(3), SeededRandom.ofSeed(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("score of class 2 must be finite, but was " + score);
    }
}
