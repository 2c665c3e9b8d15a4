package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lookback and one-hot; expected numbers are those of note-seq's tests. */
class LookbackEncodingTest {
    private static final int[] DIGITS = {0, 1, 0, 2, 0};

    /** Three events that are their own codes, lookbacks of one and two steps, a counter of two bits. */
    private final SequenceEncoding small = new LookbackEncoding(new Digits(3), List.of(1, 2), 2);

    /** Events 0, 1, 2 ... that are their own codes. */
    private record Digits(int size) implements EventVocabulary {
        @Override
        public int defaultEvent() {
            return 0;
        }

        @Override
        public int code(int event) {
            return Classes.require(event, size);
        }

        @Override
        public int event(int code) {
            return Classes.require(code, size);
        }
    }

    @Test
    void sizes_areThoseOfMagentasModels() {
        assertSizes(MelodyEncodings.basic(), 38, 38);
        assertSizes(MelodyEncodings.mono(), 130, 130);
        assertSizes(MelodyEncodings.lookback(), 121, 40);
        assertSizes(MelodyEncodings.lookback(24, 36), 49, 16);
        assertSizes(small, 13, 5);
        assertSizes(new LookbackEncoding(new Digits(3), List.of(), 2), 5, 3);
        assertSizes(new LookbackEncoding(new Digits(512), List.of(), 6), 518, 512);
    }

    private static void assertSizes(SequenceEncoding encoding, int inputSize, int classCount) {
        assertThat(encoding.inputSize()).isEqualTo(inputSize);
        assertThat(encoding.classCount()).isEqualTo(classCount);
    }

    @Test
    void oneHot_ofThreeEvents_isTheirCodes() {
        SequenceEncoding oneHot = LookbackEncoding.oneHot(new Digits(3));
        EncodedSequence encoded = oneHot.encode(DIGITS);
        assertThat(encoded.labels()).containsExactly(1, 0, 2, 0);
        assertThat(SparseInput.denseAfter(oneHot, 0)).containsExactly(1, 0, 0);
        assertThat(SparseInput.denseAfter(oneHot, 0, 1)).containsExactly(0, 1, 0);
        assertThat(SparseInput.denseAfter(oneHot, 0, 1, 0)).containsExactly(1, 0, 0);
        assertThat(SparseInput.denseAfter(oneHot, 0, 1, 0, 2)).containsExactly(0, 0, 1);
    }

    @Test
    void oneHot_ofMelodiesSquashedToAnOctave_isTheirCodes() {
        SequenceEncoding oneHot = MelodyEncodings.oneHot(60, 72);
        Melody high = Melody.of(100, 100, 107, 111, -2, 99, 112, -1, -2);
        EncodedSequence encoded = oneHot.encode(high.squash(60, 72, 0).melody().events());
        assertThat(codes(encoded)).containsExactly(2, 2, 9, 13, 0, 13, 2, 1);
        assertThat(encoded.labels()).containsExactly(2, 9, 13, 0, 13, 2, 1, 0);

        Melody low = Melody.of(9, 10, 12, 14, 15, 17, 19, 21, 22);
        int[] squashed = low.squash(60, 72, 0).melody().events();
        assertThat(codes(oneHot.encode(squashed))).containsExactly(13, 2, 4, 6, 7, 9, 11, 13);
        assertThat(SparseInput.after(oneHot, squashed)).containsExactly(new SparseInput.Entry(2, 1));
    }

    private static int[] codes(EncodedSequence oneHot) {
        return IntStream.range(0, oneHot.size())
                .map(i -> SparseInput.of(oneHot, i).get(0).index())
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"2, 60", "13, 71", "0, -2", "1, -1"})
    void oneHot_readsClassesWhateverCameBefore(int classIndex, int event) {
        assertThat(MelodyEncodings.oneHot(60, 72).decode(new int[] {60}, new int[] {classIndex}))
                .containsExactly(60, event);
    }

    @Test
    void smallLookback_showsEventThenWhatComesNextThenCounterThenRepeats() {
        assertThat(SparseInput.denseAfter(small, 0)).containsExactly(1, 0, 0, 1, 0, 0, 1, 0, 0, 1, -1, 0, 0);
        assertThat(SparseInput.denseAfter(small, 0, 1)).containsExactly(0, 1, 0, 0, 1, 0, 1, 0, 0, -1, 1, 0, 0);
        assertThat(SparseInput.denseAfter(small, 0, 1, 0)).containsExactly(1, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0, 1);
        assertThat(SparseInput.denseAfter(small, 0, 1, 0, 2)).containsExactly(0, 0, 1, 0, 0, 1, 1, 0, 0, -1, -1, 0, 0);
        assertThat(SparseInput.denseAfter(small, DIGITS)).containsExactly(1, 0, 0, 1, 0, 0, 0, 0, 1, 1, -1, 0, 1);
    }

    @Test
    void smallLookback_labelsTheLongestRepeat() {
        StepEncoder encoder = small.start();
        int[] labels = IntStream.of(DIGITS)
                .map(event -> {
                    int label = encoder.label(event);
                    encoder.append(event);
                    return label;
                })
                .toArray();
        assertThat(labels).containsExactly(4, 1, 4, 2, 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 1, 0", "3, 0, 1", "4, 2, 0", "5, 0, 2"})
    void smallLookback_readsTheLastTwoClassesAsRepeats(int length, int oneAgo, int twoAgo) {
        StepEncoder encoder = small.start();
        IntStream.of(DIGITS).limit(length).forEach(encoder::append);
        assertThat(IntStream.range(0, 5).map(encoder::event)).containsExactly(0, 1, 2, oneAgo, twoAgo);
    }

    @Test
    void withoutLookbacks_theCounterFollowsTheEvent() {
        SequenceEncoding counted = new LookbackEncoding(new Digits(3), List.of(), 2);
        assertThat(SparseInput.denseAfter(counted, 0)).containsExactly(1, 0, 0, 1, -1);
        assertThat(SparseInput.denseAfter(counted, 0, 1)).containsExactly(0, 1, 0, -1, 1);
        assertThat(SparseInput.denseAfter(counted, 0, 1, 0)).containsExactly(1, 0, 0, 1, 1);
        assertThat(SparseInput.denseAfter(counted, 0, 1, 0, 2)).containsExactly(0, 0, 1, -1, -1);
        assertThat(SparseInput.denseAfter(counted, DIGITS)).containsExactly(1, 0, 0, 1, -1);
        assertThat(counted.encode(DIGITS).labels()).containsExactly(1, 0, 2, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2: 2 38 76 114 -115 -116 -117 -118",
                "1 39: 0 38 76 -114 115 -116 -117 -118",
                "2 3: 3 38 76 114 115 -116 -117 -118",
                "3 37: 37 38 76 -114 -115 116 -117 -118",
                "4 1: 1 38 76 114 -115 116 -117 -118",
                "16 38: 2 38 76 114 -115 -116 -117 118 119",
                "17 1: 1 41 76 -114 115 -116 -117 118",
                "32 39: 2 39 76 114 -115 -116 -117 -118 119 120",
                "33 38: 1 38 79 -114 115 -116 -117 -118 119",
                "34 39: 3 38 113 114 115 -116 -117 -118 120",
                "35 36: 36 38 77 -114 -115 116 -117 -118"
            })
    void melodyInThreeOctaves_encodesAsInNoteSeq(String expected) {
        ExpectedStep.parse(expected).check(MelodyEncodings.lookback(), NoteSeqMelody.from(48));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2: 2 14 28 42 -43 -44 -45 -46",
                "1 15: 0 14 28 -42 43 -44 -45 -46",
                "2 3: 3 14 28 42 43 -44 -45 -46",
                "3 13: 13 14 28 -42 -43 44 -45 -46",
                "4 1: 1 14 28 42 -43 44 -45 -46",
                "16 14: 2 14 28 42 -43 -44 -45 46 47",
                "17 1: 1 17 28 -42 43 -44 -45 46",
                "32 15: 2 15 28 42 -43 -44 -45 -46 47 48",
                "33 14: 1 14 31 -42 43 -44 -45 -46 47",
                "34 15: 3 14 41 42 43 -44 -45 -46 48",
                "35 12: 12 14 29 -42 -43 44 -45 -46"
            })
    void melodyInOneOctave_encodesAsInNoteSeq(String expected) {
        ExpectedStep.parse(expected).check(MelodyEncodings.lookback(24, 36), NoteSeqMelody.from(24, 36));
    }

    @Test
    void longMelody_countsOnFromZeroAgain() {
        int[] events = new int[32];
        Arrays.fill(events, Melody.NO_EVENT);
        assertThat(SparseInput.after(MelodyEncodings.lookback(), events))
                .extracting(SparseInput.Entry::value)
                .containsExactly(1f, 1f, 1f, -1f, -1f, -1f, -1f, -1f, 1f);
    }

    @Test
    void append_ofAnEventOutside_changesNothing() {
        StepEncoder encoder = MelodyEncodings.lookback().start();
        assertThatIllegalArgumentException().isThrownBy(() -> encoder.append(84));
        assertThat(encoder.length()).isZero();
    }

    @Test
    void input_beforeTheFirstEvent_isRefused() {
        StepEncoder encoder = MelodyEncodings.basic().start();
        assertThatIllegalStateException()
                .isThrownBy(() -> encoder.writeInput((index, value) -> {}))
                .withMessage("there must be an event before there is an input");
    }

    @Test
    void event_ofNoClass_isRefused() {
        StepEncoder encoder = MelodyEncodings.lookback().start();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoder.event(40))
                .withMessage("class must be 0..39, but was 40");
    }

    @Test
    void restore_fromAnotherEncoding_isRefused() {
        StepEncoder basic = MelodyEncodings.basic().start();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> basic.restore(MelodyEncodings.mono().start()))
                .withMessageContaining("snapshot must be of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> basic.restore(MelodyEncodings.keyMelody().start()));
    }

    @Test
    void lookbacks_thatDoNotAscend_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LookbackEncoding(new Digits(3), List.of(2, 2), 0))
                .withMessage("lookbacks must ascend within 1..1048576 steps, but were [2, 2]");
        assertThatIllegalArgumentException().isThrownBy(() -> new LookbackEncoding(new Digits(3), List.of(0), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new LookbackEncoding(new Digits(3), List.of(1 << 30), 0));
    }

    @Test
    void counter_ofMoreBitsThanALength_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LookbackEncoding(new Digits(3), List.of(), 63))
                .withMessage("counter must have 0..62 bits, but had 63");
    }
}
