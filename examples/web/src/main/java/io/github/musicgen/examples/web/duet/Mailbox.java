package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Refusal;
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

    /**
     * Takes work.
     *
     * @param work what is done when all before it is
     * @throws Refusal if too much is waiting, of this client or of all
     */
    void add(Runnable work) {
        synchronized (waiting) {
            if (waiting.size() >= most) {
                throw Refusal.of(Refusal.TOO_MANY, "too many messages are waiting to be worked on");
            }
            if (!working) {
                executor.execute(this::work);
                working = true;
            }
            waiting.add(work);
        }
    }

    /** Takes the last work of all, however much is waiting. Where nobody takes it any more, it is done at once. */
    void addLast(Runnable work) {
        synchronized (waiting) {
            if (working) {
                waiting.add(work);
                return;
            }
        }
        work.run();
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
            if (waiting.isEmpty()) {
                working = false;
                return;
            }
            try {
                executor.execute(this::work);
                return;
            } catch (Refusal closing) {
                // what was taken is finished here and now
            }
        }
        work();
    }
}
