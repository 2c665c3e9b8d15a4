package io.github.musicgen.api;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Serves one subscriber. Whoever requests more while steps are being told leaves them to the call that is telling. */
final class StepSubscription implements Flow.Subscription {
    private final Steps steps;
    private final Flow.Subscriber<? super Step> subscriber;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    private StepSubscription(Steps steps, Flow.Subscriber<? super Step> subscriber) {
        this.steps = steps;
        this.subscriber = subscriber;
    }

    static void subscribe(Steps steps, Flow.Subscriber<? super Step> subscriber) {
        subscriber.onSubscribe(new StepSubscription(steps, subscriber));
    }

    @Override
    public void request(long count) {
        if (count < 1) {
            if (over.compareAndSet(false, true)) {
                subscriber.onError(
                        new IllegalArgumentException("steps requested must be at least 1, but were " + count));
            }
            return;
        }
        if (requested.getAndAccumulate(count, StepSubscription::cappedSum) == 0) {
            tell();
        }
    }

    private static long cappedSum(long before, long more) {
        long sum = before + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private void tell() {
        long told = 0;
        long left = requested.get();
        while (left > 0 && !over.get()) {
            tellNext();
            told++;
            if (told == left || !steps.hasNext()) {
                left = requested.addAndGet(-told);
                told = 0;
            }
        }
    }

    private void tellNext() {
        try {
            subscriber.onNext(steps.next());
        } catch (RuntimeException | Error e) {
            if (over.compareAndSet(false, true)) {
                subscriber.onError(e);
            }
            return;
        }
        if (!steps.hasNext() && over.compareAndSet(false, true)) {
            subscriber.onComplete();
        }
    }

    @Override
    public void cancel() {
        over.set(true);
    }
}
