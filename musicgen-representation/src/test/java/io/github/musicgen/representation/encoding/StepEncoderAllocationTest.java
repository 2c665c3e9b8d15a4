package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of a generation must not allocate, so that nothing ever has to be collected while music plays. */
class StepEncoderAllocationTest {
    private static final int STEPS = 100_000;
    private static final int[] EVENTS = {60, -2, 64, -2, 67, -1, 72, -2, -2, 55, 62};

    static Stream<SequenceEncoding> encodings() {
        return Stream.of(
                MelodyEncodings.basic(),
                MelodyEncodings.mono(),
                MelodyEncodings.lookback(),
                MelodyEncodings.keyMelody(),
                new LookbackEncoding(new MelodyVocabulary(0, 128), List.of(3, 500), 62));
    }

    /** Keeps what it is given, so that nothing can be optimized away. */
    private static final class Sum implements InputSink {
        private float sum;

        @Override
        public void add(int index, float value) {
            sum += index * value;
        }
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void steps_allocateNothing(SequenceEncoding encoding) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        StepEncoder encoder = encoding.start();
        StepEncoder snapshot = encoder.copy();
        Sum sink = new Sum();
        run(encoder, snapshot, sink);
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        run(encoder, snapshot, sink);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sink.sum).isNotZero();
        assertThat(allocated).isZero();
    }

    private static void run(StepEncoder encoder, StepEncoder snapshot, Sum sink) {
        for (int step = 0; step < STEPS; step++) {
            int event = encoder.event(encoder.label(EVENTS[step % EVENTS.length]));
            encoder.append(event);
            encoder.writeInput(sink);
            if (step % 1000 == 0) {
                snapshot.restore(encoder);
            }
        }
        encoder.restore(snapshot);
    }
}
