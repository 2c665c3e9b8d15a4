package io.github.musicgen.api.plan;

import io.github.musicgen.representation.sequence.Pitch;

/** The way of one continuation along a {@link Plan}. Owned by one thread at a time; nothing but {@link #fork} allocates. */
public final class PlanWalk implements EventWalk {
    private final Plan plan;
    private int step;
    private boolean started; // whether the continuation has a note
    private int pitch; // struck last, in the continuation or before
    private int run; // how often in a row

    PlanWalk(Plan plan, int pitch, int run) {
        this.plan = plan;
        this.pitch = pitch;
        this.run = run;
    }

    /**
     * Whether an event keeps all wishes, now and in the end.
     *
     * @param event a pitch, note-off or no-event; nothing else is ever allowed
     * @return whether it may come next; never once all steps are taken
     */
    @Override
    public boolean allows(int event) {
        if (step >= plan.steps() || !plan.allowed(step).contains(event)) {
            return false;
        }
        if (event >= Pitch.MIN) {
            return plan.reachesEnd(step + 1, event, event == pitch ? run + 1 : 1);
        }
        return started ? plan.reachesEnd(step + 1, pitch, run) : plan.reachesEnd(step + 1, Reach.NO_NOTE_YET, 1);
    }

    @Override
    public void take(int event) {
        step++;
        if (event >= Pitch.MIN) {
            run = event == pitch ? run + 1 : 1;
            pitch = event;
            started = true;
        }
    }

    /**
     * An independent walk that goes on from here.
     *
     * @return the copy
     */
    public PlanWalk fork() {
        PlanWalk copy = new PlanWalk(plan, pitch, run);
        copy.step = step;
        copy.started = started;
        return copy;
    }
}
