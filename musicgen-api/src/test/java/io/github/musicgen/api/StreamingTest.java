package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The same steps, whichever way they are told. */
class StreamingTest {
    private static final Generator GENERATOR =
            Generator.of(TinyModels.of(MelodyRnnConfiguration.attentionRnn().withLayers(12, 10), 2));
    private static final MelodyRequest REQUEST =
            GENERATOR.continuing(Tunes.melody()).steps(40).seed(6);

    private static List<Step> expected() {
        List<Step> steps = new ArrayList<>();
        Generation generation = REQUEST.generate(steps::add);
        assertThat(generation).isEqualTo(REQUEST.generate());
        assertThat(steps).hasSize(40);
        return steps;
    }

    @Test
    void listener_hearsEveryStepOfTheMelody() {
        List<Step> steps = expected();
        Generation generation = REQUEST.generate();
        double sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            assertThat(steps.get(i).index()).isEqualTo(i);
            assertThat(steps.get(i).event()).isEqualTo(generation.melody().event(i));
            assertThat(steps.get(i).tick()).isEqualTo(3840 + 120L * i);
            assertThat(steps.get(i).seconds())
                    .isEqualTo(Tunes.melody().tempoMap().secondsAt(3840 + 120L * i));
            sum -= steps.get(i).surprise();
        }
        assertThat(generation.logLikelihood()).isEqualTo(sum);
    }

    @Test
    void stream_tellsTheSameSteps_andMakesThemWhenAsked() {
        assertThat(REQUEST.stream()).containsExactlyElementsOf(expected());
        assertThat(REQUEST.stream().limit(7))
                .containsExactlyElementsOf(expected().subList(0, 7));
        assertThat(REQUEST.beam(2, 2, 3).stream()).hasSize(40);
    }

    @Test
    void generateWhile_stops_andWhatWasMadeIsTheBeginning() {
        Generation part = REQUEST.generateWhile(step -> step.index() < 9);
        assertThat(part.complete()).isFalse();
        assertThat(part.recipe().stepsMade()).isEqualTo(10);
        assertThat(part.melody()).isEqualTo(REQUEST.generate().melody().slice(0, 10));
        assertThat(GENERATOR.replay(part.toMidiFile())).isEqualTo(part);
    }

    @Test
    void listenerThatFails_endsTheGeneration() {
        assertThatThrownBy(() -> REQUEST.generate(step -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void bestWithin_aLongTime_isAtLeastAsLikelyAsTheSeedItself() {
        Generation best = REQUEST.bestWithin(Duration.ofMillis(200));
        assertThat(best.complete()).isTrue();
        assertThat(best.logLikelihood())
                .isGreaterThanOrEqualTo(REQUEST.generate().logLikelihood());
        assertThat(REQUEST.seed(best.seed()).generate()).isEqualTo(best);
    }

    @Test
    void bestWithin_noTime_isWhatThereIs() {
        Generation best = REQUEST.steps(100_000).bestWithin(Duration.ofMillis(5));
        assertThat(best.complete()).isFalse();
        assertThat(best.melody().length()).isLessThan(100_000);
        Generation none = REQUEST.bestWithin(Duration.ZERO);
        assertThat(none.melody().length()).isZero();
        assertThat(none.whole().parts()).isEqualTo(Tunes.melody().parts());
    }

    @Test
    void bestWithin_noTimeToPlan_isNothing() {
        MelodyRequest request = REQUEST.steps(GenerationOptions.MAX_STEPS).endingOnTonic();
        for (int i = 1; i <= 1000; i++) {
            request = request.rhythm("?".repeat(i));
        }
        MelodyRequest slow = request;
        Generation none =
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> slow.bestWithin(Duration.ofMillis(20)));
        assertThat(none.complete()).isFalse();
        assertThat(none.melody().length()).isZero();
        assertThat(none.logLikelihood()).isZero();
        assertThat(GENERATOR
                        .replay(REQUEST.bestWithin(Duration.ZERO).toMidiFile())
                        .melody())
                .isEqualTo(none.melody());
    }

    @Test
    void bestWithin_noTimeToSearch_isWhatTheFinishedRoundsFound() {
        MelodyRequest request = REQUEST.steps(30_000).beam(4, 4, 3);
        Generation part = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            Duration time = Duration.ofMillis(50);
            Generation made = request.bestWithin(time);
            while (made.recipe().stepsMade() == 0) { // a busy machine may not finish a round
                time = time.multipliedBy(2);
                made = request.bestWithin(time);
            }
            return made;
        });
        assertThat(part.complete()).isFalse();
        assertThat(part.recipe().stepsMade())
                .isPositive()
                .satisfies(made -> assertThat(made % 3).isZero());
        assertThat(GENERATOR.replay(part.toMidiFile())).isEqualTo(part);
        Generation none = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> REQUEST.steps(GenerationOptions.MAX_STEPS)
                        .beam(64, 64, GenerationOptions.MAX_STEPS)
                        .bestWithin(Duration.ofMillis(20)));
        assertThat(none.melody().length()).isZero();
    }

    @Test
    void publisher_tellsAsManyAsRequested_toEachSubscriberFromTheStart() {
        Flow.Publisher<Step> publisher = REQUEST.publisher();
        Listener slow = new Listener();
        Listener fast = new Listener();
        publisher.subscribe(slow);
        publisher.subscribe(fast);
        slow.subscription.request(3);
        assertThat(slow.steps).isEqualTo(expected().subList(0, 3));
        fast.subscription.request(Long.MAX_VALUE);
        assertThat(fast.steps).isEqualTo(expected());
        assertThat(fast.completed).isEqualTo(1);
        slow.subscription.request(36);
        assertThat(slow.completed).isZero();
        slow.subscription.request(1);
        assertThat(slow.steps).isEqualTo(expected());
        assertThat(slow.completed).isEqualTo(1);
        slow.subscription.request(5);
        assertThat(slow.completed).isEqualTo(1);
        assertThat(slow.steps).hasSize(40);
    }

    @Test
    void publisher_toASubscriberThatRequestsOneByOne_doesNotRecurse() {
        Listener listener = new Listener();
        listener.oneMoreEachTime = true;
        REQUEST.steps(20_000).publisher().subscribe(listener);
        listener.subscription.request(1);
        assertThat(listener.steps).hasSize(20_000);
        assertThat(listener.completed).isEqualTo(1);
    }

    @Test
    void publisher_cancelled_saysNoMore() {
        Listener listener = new Listener();
        REQUEST.publisher().subscribe(listener);
        listener.subscription.request(2);
        listener.subscription.cancel();
        listener.subscription.request(10);
        assertThat(listener.steps).hasSize(2);
        assertThat(listener.completed).isZero();
        assertThat(listener.failures).isEmpty();
    }

    @Test
    void publisher_requestOfNothing_isAnError() {
        Listener listener = new Listener();
        REQUEST.publisher().subscribe(listener);
        listener.subscription.request(0);
        listener.subscription.request(5);
        assertThat(listener.steps).isEmpty();
        assertThat(listener.failures).singleElement().isInstanceOf(IllegalArgumentException.class);
    }

    /** While one thread is inside onNext, others request nonsense and more; nothing may be told beside it. */
    @Test
    void publisher_requestOfNothingFromAnotherThread_waitsForTheStepThatIsBeingTold() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<String> told = new ArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Listener listener = new Listener() {
            @Override
            public void onNext(Step step) {
                tell("step");
                first.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                inside.decrementAndGet();
            }

            @Override
            public void onError(Throwable failure) {
                tell("error");
            }

            @Override
            public void onComplete() {
                tell("end");
            }

            private void tell(String what) {
                told.add(inside.getAndIncrement() == 0 ? what : what + " inside");
            }
        };
        REQUEST.publisher().subscribe(listener);
        Thread teller = new Thread(() -> listener.subscription.request(5));
        teller.start();
        first.await();
        listener.subscription.request(0);
        listener.subscription.request(3);
        assertThat(told).containsExactly("step");
        goOn.countDown();
        teller.join();
        assertThat(told).containsExactly("step", "error");
    }

    @Test
    void publisher_requestWithinOnSubscribe_isServedAfterIt() {
        List<String> told = new ArrayList<>();
        Listener listener = new Listener() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                given.request(2);
                told.add("subscribed");
            }

            @Override
            public void onNext(Step step) {
                told.add("step");
            }
        };
        REQUEST.publisher().subscribe(listener);
        assertThat(told).containsExactly("subscribed", "step", "step");
    }

    private static class Listener implements Flow.Subscriber<Step> {
        private final List<Step> steps = new ArrayList<>();
        private final List<Throwable> failures = new ArrayList<>();
        private Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        };
        private int completed;
        private boolean oneMoreEachTime;

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
        }

        @Override
        public void onNext(Step step) {
            steps.add(step);
            if (oneMoreEachTime) {
                subscription.request(1);
            }
        }

        @Override
        public void onError(Throwable failure) {
            failures.add(failure);
        }

        @Override
        public void onComplete() {
            completed++;
        }
    }
}
