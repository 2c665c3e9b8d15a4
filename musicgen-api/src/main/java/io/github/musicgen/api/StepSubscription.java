package io.github.musicgen.api;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Serves one subscriber, who is told one thing at a time, whichever threads request and cancel (rule 1.3 of Reactive Streams). Who asks
 * for something while something is being told leaves it to the call that is telling.
 */
final class StepSubscription implements Flow.Subscription {
    private final Steps steps;
    private final Flow.Subscriber<? super Step> subscriber;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger(1); // the first is that of onSubscribe
    private volatile @Nullable IllegalArgumentException badRequest;
    private volatile boolean over;

    private StepSubscription(Steps steps, Flow.Subscriber<? super Step> subscriber) {
        this.steps = steps;
        this.subscriber = subscriber;
    }

    static void subscribe(Steps steps, Flow.Subscriber<? super Step> subscriber) {
        StepSubscription subscription = new StepSubscription(steps, subscriber);
        subscriber.onSubscribe(subscription);
        subscription.tellWhatCallsAskedFor();
    }

    @Override
    public void request(long count) {
        if (count < 1) {
            badRequest = new IllegalArgumentException("steps requested must be at least 1, but were " + count);
        } else {
            requested.getAndAccumulate(count, StepSubscription::cappedSum);
        }
        if (calls.getAndIncrement() == 0) {
            tellWhatCallsAskedFor();
        }
    }

    private static long cappedSum(long before, long more) {
        long sum = before + more;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Goes on until no call came in between; only the thread that counted the first call gets here. */
    private void tellWhatCallsAskedFor() {
        int served = calls.get();
        while (served != 0) {
            tellWhatIsRequested();
            served = calls.addAndGet(-served);
        }
    }

    private void tellWhatIsRequested() {
        while (!over && (badRequest != null || requested.get() > 0)) {
            if (badRequest != null) {
                fail(badRequest);
            } else {
                requested.getAndDecrement();
                tellNext();
            }
        }
    }

    private void tellNext() {
        try {
            subscriber.onNext(steps.next());
        } catch (RuntimeException | Error e) {
            if (!over) {
                fail(e);
            }
            return;
        }
        if (!steps.hasNext() && !over) {
            over = true;
            subscriber.onComplete();
        }
    }

    private void fail(Throwable failure) {
        over = true;
        subscriber.onError(failure);
    }

    @Override
    public void cancel() {
        over = true;
    }
}
