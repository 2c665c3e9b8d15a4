package io.github.musicgen.api.run;

import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.random.SeededRandom;
import java.util.ArrayList;
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
            List<MelodyRun> likeliest = likeliest(alive, length, deadline);
            if (deadline.passed()) {
                break;
            }
            alive = likeliest;
        }
        return alive.get(0);
    }

    /** Only those that may go on are kept while others grow: a branch is as large as the whole continuation. */
    private List<MelodyRun> likeliest(List<MelodyRun> alive, int length, Deadline deadline) {
        List<MelodyRun> likeliest = new ArrayList<>();
        for (MelodyRun run : alive) {
            for (int i = 0; i < branches && !deadline.passed(); i++) {
                MelodyRun branch = branch(run);
                while (branch.length() < length && !deadline.passed()) {
                    branch.step();
                }
                keep(branch, likeliest);
            }
        }
        return likeliest;
    }

    /** Behind those that are as likely, which came first. */
    private void keep(MelodyRun branch, List<MelodyRun> likeliest) {
        int place = likeliest.size();
        while (place > 0 && Double.compare(likeliest.get(place - 1).logLikelihood(), branch.logLikelihood()) < 0) {
            place--;
        }
        likeliest.add(place, branch);
        if (likeliest.size() > size) {
            likeliest.remove(size);
        }
    }

    private MelodyRun branch(MelodyRun run) {
        return run.fork(SeededRandom.ofSeed(random.nextLong()));
    }
}
