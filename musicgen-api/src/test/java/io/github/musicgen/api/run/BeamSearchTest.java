package io.github.musicgen.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.plan.Plan;
import io.github.musicgen.api.plan.Situation;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.testing.TinyModels;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BeamSearchTest {
    private static final MelodyRnn MODEL =
            TinyModels.of(MelodyRnnConfiguration.basicRnn().withLayers(8, 8), 1).model(Engine.portable());
    private static final int LONG = 1 << 16;

    private static MelodyRun start(int steps) {
        MelodyRnnConfiguration configuration = MODEL.configuration();
        Primer primer = Primer.nothing(0, 0, configuration);
        Situation situation = Situation.after(primer.melody(), steps, pitch -> true, 0);
        return MelodyRun.start(
                MelodyRun.hear(MODEL, primer, Deadline.NONE),
                primer,
                Plan.of(situation, List.of()).start(),
                SamplingOptions.DEFAULT,
                SeededRandom.ofSeed(1),
                steps);
    }

    private static List<Integer> events(MelodyRun run) {
        List<Integer> events = new ArrayList<>();
        for (int i = 0; i < run.length(); i++) {
            events.add(run.eventAt(i));
        }
        return events;
    }

    /** All grow, all are sorted, the first go on. */
    private static MelodyRun naive(int size, int branches, int perRound, int steps, long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        List<MelodyRun> alive = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            alive.add(start(steps).fork(SeededRandom.ofSeed(random.nextLong())));
        }
        while (alive.get(0).length() < steps) {
            int length = Math.min(steps, alive.get(0).length() + perRound);
            List<MelodyRun> grown = new ArrayList<>();
            for (MelodyRun run : alive) {
                for (int i = 0; i < branches; i++) {
                    MelodyRun branch = run.fork(SeededRandom.ofSeed(random.nextLong()));
                    while (branch.length() < length) {
                        branch.step();
                    }
                    grown.add(branch);
                }
            }
            grown.sort(Comparator.comparingDouble(MelodyRun::logLikelihood).reversed());
            alive = grown.subList(0, size);
        }
        return alive.get(0);
    }

    @Property(tries = 50)
    void search_findsWhatSortingAllFinds(
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(min = 1, max = 5) int branches,
            @ForAll @IntRange(min = 1, max = 4) int perRound,
            @ForAll long seed) {
        MelodyRun found = new BeamSearch(size, branches, perRound, SeededRandom.ofSeed(seed))
                .search(start(12), 12, Deadline.NONE);
        assertThat(events(found)).isEqualTo(events(naive(size, branches, perRound, 12, seed)));
    }

    /** A branch is as large as the whole continuation: one that nobody has time for is not made. */
    @Test
    void search_withoutTime_makesNoBranches() {
        MelodyRun start = start(LONG);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        start.fork(SeededRandom.ofSeed(2));
        long one = threads.getCurrentThreadAllocatedBytes() - before;
        MelodyRun found =
                new BeamSearch(2, 64, LONG, SeededRandom.ofSeed(1)).search(start, LONG, Deadline.in(Duration.ZERO));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before - one).isLessThan(4 * one);
        assertThat(found.length()).isZero();
    }
}
