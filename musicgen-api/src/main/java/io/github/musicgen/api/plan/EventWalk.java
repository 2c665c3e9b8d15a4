package io.github.musicgen.api.plan;

/** A way along a plan, step by step. Owned by one thread at a time. */
public interface EventWalk {
    /**
     * Whether an event keeps all wishes, now and in the end.
     *
     * @param event an event
     * @return whether it may come next
     */
    boolean allows(int event);

    /**
     * Goes on to the next step.
     *
     * @param event what happened, which was allowed
     */
    void take(int event);
}
