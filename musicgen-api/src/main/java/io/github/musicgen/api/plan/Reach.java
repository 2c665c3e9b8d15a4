package io.github.musicgen.api.plan;

import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * From where the end can be reached. Between two steps a continuation is in one of these places: no note was struck yet, or the
 * note struck last is p and was struck r times in a row. If the end can be reached from (p, r), it can from any smaller r; so for
 * each step and p the largest r says it all.
 *
 * <p>It is filled from the end to the start, as in dynamic programming. Rows repeat: equal rows are one object, and none is worked
 * out twice, so that a step of a long piece takes no more than a reference.
 */
final class Reach {
    /** No limit to equal notes in a row. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    /** The place where no note was struck yet. */
    static final int NO_NOTE_YET = 128;

    private static final int PLACES = 129;

    private final int[][] rows; // [steps + 1][PLACES]: the largest r, or 0

    private Reach(int[][] rows) {
        this.rows = rows;
    }

    static Reach of(Situation situation, Rules rules, EventSet[] allowed, Deadline deadline) {
        Map<IntBuffer, int[]> known = new HashMap<>(); // equal by content
        Map<Transition, int[]> transitions = new HashMap<>();
        int[][] rows = new int[allowed.length + 1][];
        rows[allowed.length] = end(rules);
        for (int step = allowed.length - 1; step >= 0; step--) {
            deadline.check();
            rows[step] = transitions.computeIfAbsent(new Transition(rows[step + 1], allowed[step]), transition -> {
                int[] row = before(transition.after(), transition.allowed(), rules.maxRepeats(), situation);
                return known.computeIfAbsent(IntBuffer.wrap(row), buffer -> row);
            });
        }
        return new Reach(rows);
    }

    /** What a row follows from. Rows are equal if they are one object, as those of equal content are. */
    @SuppressWarnings("ArrayRecordComponent") // identity is what is wanted, and the array lives no longer than the plan
    private record Transition(int[] after, EventSet allowed) {}

    private static int[] end(Rules rules) {
        int[] row = new int[PLACES];
        for (int pitch = 0; pitch < NO_NOTE_YET; pitch++) {
            row[pitch] = rules.endings().contains(pitch) ? rules.maxRepeats() : 0;
        }
        row[NO_NOTE_YET] = rules.endsOnNote() ? 0 : 1;
        return row;
    }

    private static int[] before(int[] after, EventSet allowed, int maxRepeats, Situation situation) {
        int ways = 0; // notes that can start at this step
        int only = NO_NOTE_YET; // one of them
        for (int pitch = 0; pitch < NO_NOTE_YET; pitch++) {
            if (allowed.contains(pitch) && after[pitch] > 0) {
                ways++;
                only = pitch;
            }
        }
        int[] row = new int[PLACES];
        for (int pitch = 0; pitch < NO_NOTE_YET; pitch++) {
            boolean another = ways > 1 || (ways == 1 && only != pitch);
            row[pitch] = another ? maxRepeats : largestRunWithoutAnother(pitch, after, allowed);
        }
        boolean rests = allowed.hasRests() && after[NO_NOTE_YET] > 0;
        boolean starts = ways > 1 || (ways == 1 && (only != situation.lastPitch() || after[only] > situation.run()));
        row[NO_NOTE_YET] = rests || starts ? 1 : 0;
        return row;
    }

    private static int largestRunWithoutAnother(int pitch, int[] after, EventSet allowed) {
        int resting = allowed.hasRests() ? after[pitch] : 0;
        int again = allowed.contains(pitch) && after[pitch] > 0 ? oneLess(after[pitch]) : 0;
        return Math.max(resting, again);
    }

    private static int oneLess(int run) {
        return run == UNLIMITED ? UNLIMITED : run - 1;
    }

    /** Whether the end can be reached before a step, from a note struck so many times. */
    boolean from(int step, int pitch, int run) {
        return rows[step][pitch] >= run && rows[step][pitch] > 0;
    }
}
