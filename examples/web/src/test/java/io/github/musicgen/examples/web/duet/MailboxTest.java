package io.github.musicgen.examples.web.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.work.Workshop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
    @Test
    void work_isDoneInOrder_oneAtATime() throws InterruptedException {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch end = new CountDownLatch(1);
        try (Workshop workshop = new Workshop("test", 4, 100)) {
            Mailbox mailbox = new Mailbox(workshop.executor(), 1000);
            IntStream.range(0, 500).forEach(i -> mailbox.add(() -> done.add(i)));
            mailbox.addLast(end::countDown);
            end.await();
        }
        assertThat(done)
                .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void work_thatWaitsTooLong_isRefused_andTheLastIsNot() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Workshop workshop = new Workshop("test", 1, 10)) {
            Mailbox mailbox = new Mailbox(workshop.executor(), 2);
            mailbox.add(() -> awaitQuietly(gate));
            assertThatThrownBy(() -> IntStream.range(0, 4).forEach(i -> mailbox.add(() -> {})))
                    .isInstanceOf(Refusal.class);
            mailbox.addLast(end::countDown);
            gate.countDown();
            end.await();
        }
    }

    @Test
    void work_thatWasTaken_isDoneEvenIfTheWorkshopCloses() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(3);
        Workshop workshop = new Workshop("test", 1, 10);
        Mailbox mailbox = new Mailbox(workshop.executor(), 10);
        mailbox.add(() -> awaitQuietly(gate));
        mailbox.add(end::countDown);
        mailbox.add(end::countDown);
        Thread closing = new Thread(workshop::close);
        closing.start();
        gate.countDown();
        closing.join();
        mailbox.addLast(end::countDown);
        end.await();
        assertThat(end.getCount()).isZero();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
