package io.github.musicgen.midi.musicxml.unfolding;

import java.util.Set;

/**
 * Measures that are played at some passes of a repeat only. Endings that follow each other are a group.
 *
 * @param first its first measure
 * @param last its last measure
 * @param passes the passes that play it, counted from 1; numbers that a group leaves out are closed up
 * @param leadsBack whether a repeat ends in it
 * @param group what the endings beside it have in common
 * @param lastOfGroup whether no other ending follows
 */
record Ending(int first, int last, Set<Integer> passes, boolean leadsBack, Group group, boolean lastOfGroup) {

    /**
     * A group of endings.
     *
     * @param passes how many passes its endings name
     * @param leadsBack whether a repeat ends in it
     * @param withinRepeat whether it stands within a repeat that ends behind it
     */
    record Group(int passes, boolean leadsBack, boolean withinRepeat) {}

    /** Whether it is left out after a da capo or dal segno. */
    boolean skippedOnTheWayBack() {
        return (group.leadsBack() || group.withinRepeat()) && !lastOfGroup;
    }

    /** Whether a pass leaves it out. Endings of no repeat at all are played each time. */
    boolean skippedAt(int pass) {
        if (passes.contains(pass) || !(group.leadsBack() || group.withinRepeat())) {
            return false;
        }
        boolean wayOut = group.leadsBack() && lastOfGroup && !leadsBack && pass > group.passes();
        return !wayOut;
    }
}
