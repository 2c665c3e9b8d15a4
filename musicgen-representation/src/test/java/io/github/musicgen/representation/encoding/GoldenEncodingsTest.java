package io.github.musicgen.representation.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.melody.SquashedMelody;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Holds squash, inputs, labels and decoded classes to what note-seq's own encoders answer, exactly. */
class GoldenEncodingsTest {
    private static final Map<String, SequenceEncoding> ENCODINGS = Map.of(
            "basic", MelodyEncodings.basic(),
            "mono", MelodyEncodings.mono(),
            "lookback", MelodyEncodings.lookback(),
            "attention", MelodyEncodings.keyMelody());

    @Test
    void fiveMelodies_encodeAsInNoteSeq() throws IOException {
        List<GoldenMelody> melodies = GoldenMelody.ours();
        assertThat(melodies).hasSize(5);
        melodies.forEach(GoldenEncodingsTest::check);
    }

    @Test
    @EnabledIfSystemProperty(named = GoldenMelody.FOLDER_PROPERTY, matches = ".+")
    void allMelodies_encodeAsInNoteSeq() throws IOException {
        List<GoldenMelody> melodies = GoldenMelody.all();
        assertThat(melodies).hasSize(32);
        melodies.forEach(GoldenEncodingsTest::check);
    }

    private static void check(GoldenMelody golden) {
        SquashedMelody squashed = golden.melody().squash(48, 84, 0);
        assertThat(squashed).isEqualTo(new SquashedMelody(golden.squashed(), golden.shift()));
        ENCODINGS.forEach((name, encoding) ->
                check(golden.answers(name), encoding, squashed.melody().events()));
    }

    private static void check(GoldenMelody.Answers answers, SequenceEncoding encoding, int[] events) {
        EncodedSequence encoded = encoding.encode(events);
        assertThat(IntStream.of(encoded.labels())).containsExactlyElementsOf(answers.labels());
        assertThat(IntStream.range(0, encoded.size()).mapToObj(i -> SparseInput.of(encoded, i)))
                .containsExactlyElementsOf(answers.inputs());
        assertThat(meanings(encoding, events)).containsExactlyElementsOf(answers.decodedAtEnd());
    }

    /** The event that each class means after some events. */
    private static IntStream meanings(SequenceEncoding encoding, int[] events) {
        StepEncoder encoder = encoding.start();
        for (int event : events) {
            encoder.append(event);
        }
        return IntStream.range(0, encoding.classCount()).map(encoder::event);
    }
}
