package io.github.musicgen.examples.web.duet;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Has one client's messages worked on one after the other, wherever there is a thread. */
final class Mailbox {
    private final Executor executor;
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean working;

    Mailbox(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    /** Takes work, unless too much is waiting. */
    boolean offer(Runnable work) {
        synchronized (waiting) {
            if (waiting.size() >= most) {
                return false;
            }
            add(work);
            return true;
        }
    }

    /** Takes work, however much is waiting: the last that a client asks for. */
    void add(Runnable work) {
        synchronized (waiting) {
            waiting.add(work);
            if (!working) {
                executor.execute(this::work);
                working = true;
            }
        }
    }

    /** One piece of work, and then others get their turn. */
    private void work() {
        Runnable next;
        synchronized (waiting) {
            next = waiting.remove();
        }
        try {
            next.run();
        } finally {
            goOn();
        }
    }

    private void goOn() {
        synchronized (waiting) {
            working = false;
            if (!waiting.isEmpty()) {
                executor.execute(this::work);
                working = true;
            }
        }
    }
}
