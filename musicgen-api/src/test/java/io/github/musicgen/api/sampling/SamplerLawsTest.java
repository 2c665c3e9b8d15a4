package io.github.musicgen.api.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Powers;
import io.github.musicgen.api.random.SeededRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class SamplerLawsTest {
    private static final int CLASSES = 10;

    @Provide
    Arbitrary<SamplingOptions> options() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0, SamplingOptions.MAX_TEMPERATURE),
                        Arbitraries.integers().between(1, 2 * CLASSES),
                        Arbitraries.doubles().between(0, false, 1, true))
                .as(SamplingOptions::new);
    }

    /** Few different ones, so that there are ties, or any. */
    @Provide
    Arbitrary<float[]> scores() {
        Arbitrary<Float> score = Arbitraries.oneOf(
                Arbitraries.of(-1f, 0f, 1f, 1000f), Arbitraries.floats().between(-1e30f, 1e30f));
        return score.array(float[].class).ofSize(CLASSES);
    }

    /** Or so close to each other that a double hardly tells their weights apart. */
    @Provide
    Arbitrary<float[]> closeScores() {
        return Arbitraries.oneOf(
                scores(),
                Arbitraries.of(0f, 5.5e-17f, 5.6e-17f).array(float[].class).ofSize(CLASSES));
    }

    @Property(tries = 2000)
    void whatIsChosen_isAllowedAndHadAProbability(
            @ForAll("options") SamplingOptions options,
            @ForAll("scores") float[] scores,
            @ForAll @Size(CLASSES) boolean[] drawnAllowed,
            @ForAll long seed) {
        boolean[] allowed = drawnAllowed.clone();
        allowed[(int) Math.floorMod(seed, (long) CLASSES)] = true;
        Sampler sampler = new Sampler(options, CLASSES);
        SeededRandom random = SeededRandom.ofSeed(seed);

        int chosen = sampler.choose(scores, allowed, random);

        assertThat(allowed[chosen]).isTrue();
        assertThat(sampler.probability(chosen)).isPositive();
        double sum = 0;
        int drawnFrom = 0;
        for (int i = 0; i < CLASSES; i++) {
            double probability = sampler.probability(i);
            assertThat(probability).isBetween(0.0, 1.0);
            assertThat(allowed[i] || probability == 0).isTrue();
            sum += probability;
            drawnFrom += probability > 0 ? 1 : 0;
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(drawnFrom).isLessThanOrEqualTo(options.topK());
    }

    @Property(tries = 2000)
    void ofTwoAllowedClasses_theLikelierIsNoRarer(
            @ForAll("options") SamplingOptions options, @ForAll("scores") float[] scores, @ForAll long seed) {
        boolean[] allowed = {true, true, false, true, true, true, true, true, true, true};
        Sampler sampler = new Sampler(options, CLASSES);
        sampler.choose(scores, allowed, SeededRandom.ofSeed(seed));
        for (int i = 0; i < CLASSES; i++) {
            for (int j = 0; j < CLASSES; j++) {
                if (allowed[i] && allowed[j] && (scores[i] > scores[j] || (scores[i] == scores[j] && i < j))) {
                    assertThat(sampler.probability(i)).isGreaterThanOrEqualTo(sampler.probability(j));
                }
            }
        }
    }

    @Property(tries = 2000)
    void aSoftmaxAtHand_changesNothing(
            @ForAll("options") SamplingOptions drawnOptions,
            @ForAll boolean plain,
            @ForAll("closeScores") float[] scores,
            @ForAll @Size(CLASSES) boolean[] drawnAllowed,
            @ForAll long seed) {
        SamplingOptions options = plain ? drawnOptions.withTemperature(1) : drawnOptions;
        boolean[] allowed = drawnAllowed.clone();
        allowed[(int) Math.floorMod(seed, (long) CLASSES)] = true;
        Powers softmax = new Powers(CLASSES);
        softmax.ofScores(scores);
        Sampler one = new Sampler(options, CLASSES);
        Sampler other = new Sampler(options, CLASSES);

        int expected = one.choose(scores, allowed, SeededRandom.ofSeed(seed));
        int actual = other.choose(scores, softmax.values(), allowed, SeededRandom.ofSeed(seed));

        assertThat(actual).isEqualTo(expected);
        for (int i = 0; i < CLASSES; i++) {
            assertThat(other.probability(i)).isEqualTo(one.probability(i));
        }
    }
}
