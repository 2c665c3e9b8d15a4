package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.ChordTones;
import io.github.musicgen.api.constraint.Constraint.EndingOn;
import io.github.musicgen.api.constraint.Constraint.EndingOnTonic;
import io.github.musicgen.api.constraint.Constraint.FollowingChords;
import io.github.musicgen.api.constraint.Constraint.Forbidden;
import io.github.musicgen.api.constraint.Constraint.Forced;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.MaxRepeats;
import io.github.musicgen.api.constraint.Constraint.OnGrid;
import io.github.musicgen.api.constraint.Constraint.Rhythm;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Generates more than 100,000 steps under random wishes, and checks that every wish is kept at every one of them. */
class WishesAreKeptTest {
    private static final long FEWEST_STEPS = 100_000;
    private static final int MAX_STEPS = 300;
    private static final AtomicLong STEPS_CHECKED = new AtomicLong();
    private static final List<Generator> GENERATORS = MelodyRnnConfiguration.all().stream()
            .map(configuration -> Generator.of(TinyModels.of(configuration.withLayers(16, 16), 11)))
            .toList();

    @AfterContainer
    static void enoughStepsWereChecked() {
        assertThat(STEPS_CHECKED.get()).isGreaterThan(FEWEST_STEPS);
    }

    private record Draw(
            double temperature, Optional<Integer> topK, Optional<Double> topP, Optional<Beam> beam, long seed) {
        MelodyRequest of(MelodyRequest request) {
            MelodyRequest drawn = request.temperature(temperature).seed(seed);
            drawn = topK.isPresent() ? drawn.topK(topK.get()) : drawn;
            drawn = topP.isPresent() ? drawn.topP(topP.get()) : drawn;
            return beam.isPresent()
                    ? drawn.beam(
                            beam.get().size(), beam.get().branches(), beam.get().steps())
                    : drawn;
        }
    }

    @Provide
    Arbitrary<Generator> generators() {
        return Arbitraries.of(GENERATORS);
    }

    @Provide
    Arbitrary<Draw> draws() {
        Arbitrary<Beam> beams = Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 20))
                .as(Beam::new);
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.just(0.0), Arbitraries.doubles().between(0, 2)),
                        Arbitraries.integers().between(1, 20).optional(0.2),
                        Arbitraries.doubles().between(0.05, 1).optional(0.2),
                        beams.optional(0.15),
                        Arbitraries.longs())
                .as(Draw::new);
    }

    @Provide
    Arbitrary<Optional<RandomPrimer>> primers() {
        return RandomPrimer.any().optional(0.85);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.integers().between(1, 8)),
                Tuple.of(
                        4,
                        Arbitraries.integers().between(100, MAX_STEPS).withDistribution(RandomDistribution.uniform())));
    }

    /** Each so mild that several of them often go together. Steps are taken modulo the length that is generated. */
    @Provide
    Arbitrary<List<Constraint>> wishes() {
        Arbitrary<Integer> steps = Arbitraries.integers().between(0, MAX_STEPS - 1);
        Arbitrary<Integer> pitches = Arbitraries.integers().between(36, 96);
        Arbitrary<Constraint> wish = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(0, 11), Arbitraries.of(ScaleKind.class))
                        .as((tonic, kind) -> new InKey(Scale.of(tonic, kind))),
                Combinators.combine(pitches, Arbitraries.integers().between(0, 40))
                        .as((lowest, size) -> new Within(lowest, Math.min(127, lowest + size))),
                Combinators.combine(
                                steps,
                                Arbitraries.integers().between(1, 64),
                                Arbitraries.of("Am7", "C", "F#m7b5", "Bb9"))
                        .as((from, size, chord) -> new ChordTones(from, from + size, Chord.parse(chord))),
                Arbitraries.just(new FollowingChords()),
                Combinators.combine(
                                Arbitraries.integers().between(1, 8),
                                Arbitraries.integers().between(0, 7))
                        .as((size, offset) -> new OnGrid(size, offset % size)),
                Arbitraries.strings()
                        .withChars("x.????")
                        .ofMinLength(1)
                        .ofMaxLength(24)
                        .map(Rhythm::new),
                Combinators.combine(steps, Arbitraries.oneOf(pitches, Arbitraries.of(-2, -1)))
                        .as(Forced::new),
                pitches.map(Forbidden::new),
                Arbitraries.integers().between(1, 4).map(MaxRepeats::new),
                Arbitraries.just(new EndingOnTonic()),
                Arbitraries.integers().between(0, 11).map(EndingOn::new));
        return wish.list().ofMinSize(1).ofMaxSize(6);
    }

    private static Constraint within(int steps, Constraint wish) {
        if (wish instanceof Forced forced) {
            return new Forced(forced.step() % steps, forced.event());
        }
        if (wish instanceof ChordTones chord) {
            int from = chord.fromStep() % steps;
            return new ChordTones(from, from + chord.toStep() - chord.fromStep(), chord.chord());
        }
        return wish;
    }

    @Property(tries = 800, edgeCases = EdgeCasesMode.NONE)
    void aContinuation_keepsEveryWish(
            @ForAll("generators") Generator generator,
            @ForAll("primers") Optional<RandomPrimer> primer,
            @ForAll("wishes") List<Constraint> drawnWishes,
            @ForAll("lengths") int steps,
            @ForAll("draws") Draw draw) {
        MelodyRequest request = primer.isPresent()
                ? generator.continuing(primer.get().music()).part(RandomPrimer.PART)
                : generator.fromScratch();
        MelodyRequest asked = draw.of(request.steps(steps));
        List<Constraint> wishes = new ArrayList<>(
                drawnWishes.stream().map(wish -> within(steps, wish)).toList());
        if (primer.isEmpty() || primer.get().chordSteps().isEmpty()) {
            wishes.removeIf(FollowingChords.class::isInstance); // it is refused where there are none
        }
        List<Integer> told = new ArrayList<>();
        Optional<Generation> made = tryGenerate(asked, wishes, told);
        while (made.isEmpty()) { // wish less until all can be had
            made = tryGenerate(asked, wishes, told);
        }
        new GenerationCheck(primer, wishes, steps)
                .check(made.get(), told.stream().mapToInt(each -> each).toArray());
        STEPS_CHECKED.addAndGet(steps);
    }

    /** Nothing if the wishes contradict each other; then one that is to blame is gone. */
    private static Optional<Generation> tryGenerate(
            MelodyRequest request, List<Constraint> wishes, List<Integer> told) {
        MelodyRequest wishing = request;
        for (Constraint wish : wishes) {
            wishing = wishing.wishing(wish);
        }
        try {
            return Optional.of(wishing.generate(step -> told.add(step.event())));
        } catch (ContradictoryWishesException e) {
            assertThat(told).as("steps told before the contradiction").isEmpty();
            assertThat(e.wishes()).isNotEmpty();
            Constraint blamed = e.wishes().get(e.wishes().size() - 1);
            assertThat(wishes.remove(blamed) || wishes.remove(new FollowingChords()))
                    .as("%s is one of %s", blamed, wishes)
                    .isTrue();
            return Optional.empty();
        }
    }
}
