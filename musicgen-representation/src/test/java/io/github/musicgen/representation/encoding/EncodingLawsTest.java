package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all melody encodings and all melodies. */
class EncodingLawsTest {
    private static final SequenceEncoding LOOKBACK = MelodyEncodings.lookback();
    private static final SequenceEncoding KEY_MELODY = MelodyEncodings.keyMelody();

    @Provide
    Arbitrary<int[]> melodies() {
        return Events.within(48, 84);
    }

    @Provide
    Arbitrary<SequenceEncoding> encodings() {
        return Arbitraries.of(MelodyEncodings.basic(), MelodyEncodings.mono(), LOOKBACK, KEY_MELODY);
    }

    @Property(tries = 300)
    void decode_ofEncoded_isTheMelody(
            @ForAll("encodings") SequenceEncoding encoding, @ForAll("melodies") int[] events) {
        int[] labels = encoding.encode(events).labels();
        assertThat(encoding.decode(Arrays.copyOf(events, Math.min(1, events.length)), labels))
                .containsExactly(events);
    }

    @Property(tries = 300)
    void label_ofAnyEvent_isReadBackAsThatEvent(
            @ForAll("encodings") SequenceEncoding encoding, @ForAll("melodies") int[] events) {
        StepEncoder encoder = encoding.start();
        for (int event : events) {
            assertThat(encoder.event(encoder.label(event))).isEqualTo(event);
            encoder.append(event);
        }
    }

    @Property(tries = 300)
    void incrementalForm_isTheWholeSequenceForm(
            @ForAll("encodings") SequenceEncoding encoding, @ForAll("melodies") int[] events) {
        EncodedSequence whole = encoding.encode(events);
        StepEncoder encoder = encoding.start();
        for (int i = 0; i < whole.size(); i++) {
            encoder.append(events[i]);
            assertThat(SparseInput.of(encoder)).isEqualTo(SparseInput.of(whole, i));
            assertThat(encoder.label(events[i + 1])).isEqualTo(whole.label(i));
        }
    }

    @Property(tries = 300)
    void lookback_isWhatItsDefinitionSays(@ForAll("melodies") int[] events) {
        StepEncoder encoder = LOOKBACK.start();
        for (int i = 0; i < events.length; i++) {
            assertThat(encoder.label(events[i])).isEqualTo(NaiveEncodings.lookbackLabel(events, i));
            encoder.append(events[i]);
            assertThat(SparseInput.of(encoder)).isEqualTo(SparseInput.ofDense(NaiveEncodings.lookbackInput(events, i)));
        }
    }

    @Property(tries = 100)
    void keyMelody_isWhatItsDefinitionSays(@ForAll("melodies") int[] events) {
        StepEncoder encoder = KEY_MELODY.start();
        for (int i = 0; i < events.length; i++) {
            assertThat(encoder.label(events[i])).isEqualTo(NaiveEncodings.keyMelodyLabel(events, i));
            encoder.append(events[i]);
            assertThat(SparseInput.of(encoder))
                    .isEqualTo(SparseInput.ofDense(NaiveEncodings.keyMelodyInput(events, i)));
        }
    }

    @Property(tries = 300)
    void inputs_ascendAndLieWithinTheirSize(
            @ForAll("encodings") SequenceEncoding encoding, @ForAll("melodies") int[] events) {
        StepEncoder encoder = encoding.start();
        for (int event : events) {
            encoder.append(event);
            List<Integer> indices = SparseInput.of(encoder).stream()
                    .map(SparseInput.Entry::index)
                    .toList();
            assertThat(indices).isSorted().doesNotHaveDuplicates();
            assertThat(indices).allMatch(index -> index >= 0 && index < encoding.inputSize());
        }
    }

    @Property(tries = 100)
    void fork_goesItsOwnWay(
            @ForAll("encodings") SequenceEncoding encoding,
            @ForAll("melodies") int[] before,
            @ForAll("melodies") int[] original,
            @ForAll("melodies") int[] fork) {
        StepEncoder encoder = primed(encoding, before);
        StepEncoder forked = encoder.copy();
        appendAll(encoder, original);
        appendAll(forked, fork);
        assertSame(encoding, encoder, concatenated(before, original));
        assertSame(encoding, forked, concatenated(before, fork));
    }

    @Property(tries = 100)
    void rewound_isWhatItWas(
            @ForAll("encodings") SequenceEncoding encoding,
            @ForAll("melodies") int[] before,
            @ForAll("melodies") int[] dropped,
            @ForAll("melodies") int[] after) {
        StepEncoder encoder = primed(encoding, before);
        StepEncoder snapshot = encoder.copy();
        appendAll(encoder, dropped);
        encoder.restore(snapshot);
        appendAll(encoder, after);
        assertSame(encoding, encoder, concatenated(before, after));
        assertSame(encoding, snapshot, before);
    }

    /** Compares with a fresh encoder of the same events, now and over one more bar. */
    private static void assertSame(SequenceEncoding encoding, StepEncoder encoder, int[] events) {
        StepEncoder fresh = primed(encoding, events);
        assertThat(encoder.length()).isEqualTo(events.length);
        for (int step = 0; step < 16; step++) {
            assertThat(meanings(encoding, encoder)).containsExactly(meanings(encoding, fresh));
            int next = 60 + step % 3;
            encoder.append(next);
            fresh.append(next);
            assertThat(SparseInput.of(encoder)).isEqualTo(SparseInput.of(fresh));
        }
    }

    private static int[] meanings(SequenceEncoding encoding, StepEncoder encoder) {
        return IntStream.range(0, encoding.classCount()).map(encoder::event).toArray();
    }

    private static StepEncoder primed(SequenceEncoding encoding, int[] events) {
        StepEncoder encoder = encoding.start();
        appendAll(encoder, events);
        return encoder;
    }

    private static void appendAll(StepEncoder encoder, int[] events) {
        for (int event : events) {
            encoder.append(event);
        }
    }

    private static int[] concatenated(int[]... arrays) {
        return Stream.of(arrays).flatMapToInt(IntStream::of).toArray();
    }
}
