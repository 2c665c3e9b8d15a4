package io.github.musicgen.api.run;

import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.random.SeededRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Grows several continuations side by side and keeps the likeliest, as Magenta's beam search does. */
public final class BeamSearch {
    private final int size;
    private final int branches;
    private final int stepsPerRound;
    private final SeededRandom random;

    /**
     * Prepares a search.
     *
     * @param size how many continuations go on
     * @param branches in how many ways each is tried
     * @param stepsPerRound how many steps they grow by before the likeliest are chosen
     * @param random what the draws of all come from
     */
    public BeamSearch(int size, int branches, int stepsPerRound, SeededRandom random) {
        this.size = size;
        this.branches = branches;
        this.stepsPerRound = stepsPerRound;
        this.random = random;
    }

    /**
     * Searches.
     *
     * @param start where all begin
     * @param steps how long they grow
     * @param deadline until when there is time
     * @return the likeliest; of equally likely ones the first. Without time to finish, as it was after the last whole round
     */
    public MelodyRun search(MelodyRun start, int steps, Deadline deadline) {
        List<MelodyRun> alive = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            alive.add(branch(start));
        }
        while (alive.get(0).length() < steps) {
            int length = (int) Math.min(steps, (long) alive.get(0).length() + stepsPerRound);
            List<MelodyRun> grown = grown(alive, length, deadline);
            if (deadline.passed()) {
                break;
            }
            alive = likeliest(grown);
        }
        return alive.get(0);
    }

    private List<MelodyRun> grown(List<MelodyRun> alive, int length, Deadline deadline) {
        List<MelodyRun> grown = new ArrayList<>();
        for (MelodyRun run : alive) {
            for (int i = 0; i < branches; i++) {
                MelodyRun branch = branch(run);
                while (branch.length() < length && !deadline.passed()) {
                    branch.step();
                }
                grown.add(branch);
            }
        }
        return grown;
    }

    private MelodyRun branch(MelodyRun run) {
        return run.fork(SeededRandom.ofSeed(random.nextLong()));
    }

    private List<MelodyRun> likeliest(List<MelodyRun> grown) {
        return grown.stream()
                .sorted(Comparator.comparingDouble(MelodyRun::logLikelihood).reversed()) // stable
                .limit(size)
                .toList();
    }
}
