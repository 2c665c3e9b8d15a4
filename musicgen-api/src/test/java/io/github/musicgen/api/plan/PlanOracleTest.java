package io.github.musicgen.api.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.ChordTones;
import io.github.musicgen.api.constraint.Constraint.EndingOn;
import io.github.musicgen.api.constraint.Constraint.EndingOnTonic;
import io.github.musicgen.api.constraint.Constraint.Forbidden;
import io.github.musicgen.api.constraint.Constraint.Forced;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.MaxRepeats;
import io.github.musicgen.api.constraint.Constraint.OnGrid;
import io.github.musicgen.api.constraint.Constraint.Rhythm;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.api.constraint.ContradictoryWishesException;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Plans of small worlds against all continuations that there are. */
class PlanOracleTest {
    private static final int MAX_STEPS = 4;
    /** C4 to E4, and C5, so that a pitch class has two notes. */
    private static final List<Integer> PITCHES = List.of(60, 61, 62, 64, 72);
    /** No events, no pitches, or pitches that the model of no small world can play. */
    private static final List<Integer> IMPOSSIBLE =
            List.of(-34, -33, -3, 0, 63, 127, 128, 188, 1000, Integer.MAX_VALUE);

    @Provide
    Arbitrary<SmallWorld> worlds() {
        Arbitrary<Melody> before = Arbitraries.of(-2, -1, 60, 60, 61, 72)
                .list()
                .ofMaxSize(5)
                .map(events -> Melody.of(events.stream().mapToInt(each -> each).toArray()));
        return Combinators.combine(
                        before,
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, MAX_STEPS),
                        Arbitraries.of(PITCHES).set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(0, 1, 2))
                .as((melody, start, steps, pitches, tonic) ->
                        new SmallWorld(melody.withStartStep(start), steps, List.copyOf(pitches), tonic));
    }

    /** Wishes about the first step alone, or about it and others, so that none is about a step that is not generated. */
    @Provide
    Arbitrary<List<Constraint>> wishes() {
        Arbitrary<Integer> pitches = Arbitraries.of(60, 61, 62, 64, 72, 73);
        Arbitrary<Integer> events = Arbitraries.of(-2, -1, 60, 61, 62, 64, 72);
        Arbitrary<Constraint> wish = Arbitraries.oneOf(
                Arbitraries.of("C major", "Db major", "D whole tone", "C chromatic")
                        .map(text -> new InKey(Scale.parse(text))),
                Combinators.combine(pitches, pitches).as((a, b) -> new Within(Math.min(a, b), Math.max(a, b))),
                Combinators.combine(
                                Arbitraries.integers().between(0, MAX_STEPS - 1),
                                Arbitraries.integers().between(1, MAX_STEPS),
                                Arbitraries.of("C", "C#", "D", "E7", "Bb"))
                        .as((from, length, chord) -> new ChordTones(from, from + length, Chord.parse(chord))),
                Combinators.combine(
                                Arbitraries.integers().between(1, 3),
                                Arbitraries.integers().between(0, 5))
                        .as((steps, offset) -> new OnGrid(steps, offset % steps)),
                Arbitraries.strings()
                        .withChars("x.??")
                        .ofMinLength(1)
                        .ofMaxLength(5)
                        .map(Rhythm::new),
                Combinators.combine(Arbitraries.integers().between(0, MAX_STEPS - 1), events)
                        .as(Forced::new),
                Combinators.combine(Arbitraries.integers().between(0, MAX_STEPS - 1), events)
                        .as(Forced::new),
                pitches.map(Forbidden::new),
                Arbitraries.integers().between(1, 3).map(MaxRepeats::new),
                Arbitraries.just(new EndingOnTonic()),
                Arbitraries.of(0, 1, 2, 4).map(EndingOn::new));
        return wish.list().ofMaxSize(5);
    }

    private static List<Constraint> aboutSteps(List<Constraint> wishes, int steps) {
        return wishes.stream()
                .filter(wish -> !(wish instanceof Forced forced && forced.step() >= steps))
                .filter(wish -> !(wish instanceof ChordTones chord && chord.fromStep() >= steps))
                .toList();
    }

    @Property(tries = 6000)
    void aPlan_allowsWhatLeadsToAGoodEnd_andNothingElse(
            @ForAll("worlds") SmallWorld world, @ForAll("wishes") List<Constraint> drawn) {
        List<Constraint> wishes = aboutSteps(drawn, world.steps());
        Set<List<Integer>> good = world.goodBeginnings(wishes);
        Statistics.label("contradictory").collect(good.isEmpty());
        if (good.isEmpty()) {
            assertContradiction(world, wishes);
        } else {
            assertAgrees(world, Plan.of(world.situation(), wishes).start(), List.of(), good);
        }
    }

    private static void assertAgrees(
            SmallWorld world, PlanWalk walk, List<Integer> beginning, Set<List<Integer>> good) {
        for (int event : IMPOSSIBLE) {
            assertThat(walk.allows(event)).as("%s after %s", event, beginning).isFalse();
        }
        for (int event : world.vocabulary()) {
            List<Integer> next = new ArrayList<>(beginning);
            next.add(event);
            boolean leadsToAGoodEnd = good.contains(next);
            assertThat(walk.allows(event)).as("%s after %s", event, beginning).isEqualTo(leadsToAGoodEnd);
            if (leadsToAGoodEnd) {
                PlanWalk fork = walk.fork();
                fork.take(event);
                assertAgrees(world, fork, next, good);
            }
        }
    }

    private static void assertContradiction(SmallWorld world, List<Constraint> wishes) {
        ContradictoryWishesException exception = contradiction(world, wishes);
        List<Constraint> named = exception.wishes();
        assertThat(wishes).containsAll(named);
        assertThat(named).isNotEmpty();
        assertThat(world.goodBeginnings(named)).isEmpty();
        for (int i = 0; i < named.size(); i++) {
            assertThat(exception).hasMessageContaining("\"" + named.get(i) + "\"");
            List<Constraint> rest = new ArrayList<>(named);
            rest.remove(i);
            assertThat(canBeKept(world, exception, rest))
                    .as("%s are enough", rest)
                    .isTrue();
        }
    }

    /** Wishes that contradict each other whatever can be played are the fewest of that kind; one of them may be beyond the model. */
    private static boolean canBeKept(
            SmallWorld world, ContradictoryWishesException exception, List<Constraint> wishes) {
        boolean blamedOnTheModel = String.valueOf(exception.getMessage()).contains("what the model can play");
        return blamedOnTheModel
                ? !world.goodBeginnings(wishes).isEmpty()
                : Plan.tryOf(world.situation().withAllPitches(), wishes, Deadline.NONE)
                        .isPresent();
    }

    private static ContradictoryWishesException contradiction(SmallWorld world, List<Constraint> wishes) {
        try {
            Plan.of(world.situation(), wishes);
        } catch (ContradictoryWishesException e) {
            return e;
        }
        throw new AssertionError("no continuation keeps " + wishes + ", but there was a plan");
    }
}
