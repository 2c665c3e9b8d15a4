package io.github.musicgen.models.export;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.representation.encoding.SequenceEncoding;

/** What a file of ONNX says to whoever opens it. */
final class OnnxText {
    private OnnxText() {}

    static String howToRun(MelodyRnnConfiguration configuration) {
        SequenceEncoding encoding = configuration.encoding();
        return """
                One step of a melody model of musicgen: %d steps to a quarter note, pitches %d to %d%s.

                Before the first step all states are zeros. For each event of the melody, oldest first: fill input, run the graph, \
                and give each output next_x back as input x of the next step. The softmax of logits is the probability of each \
                class of the next event. The first axis of all inputs and outputs is the batch: melodies that run side by side.

                input [batch, %d]: %s
                logits [batch, %d]: %s
                """.formatted(
                        configuration.stepsPerQuarter(),
                        configuration.minPitch(),
                        configuration.maxPitch() - 1,
                        key(configuration),
                        encoding.inputSize(),
                        input(configuration),
                        encoding.classCount(),
                        classes(configuration));
    }

    private static String key(MelodyRnnConfiguration configuration) {
        return configuration.key().isPresent()
                ? ", melodies transposed to the major key of pitch class "
                        + configuration.key().getAsInt()
                : "";
    }

    private static String input(MelodyRnnConfiguration configuration) {
        return switch (configuration.input()) {
            case ONE_HOT -> "1 at the class of the latest event, else 0.";
            case LOOKBACK ->
                "one-hot the latest event, the event 15 steps and the event 31 steps before it (no event before"
                        + " the start); five bits of the number n of events so far, least first, +1 or -1; 1 if the latest event"
                        + " equals the one 16 and the one 32 steps before it.";
            case KEY_MELODY ->
                "one-hot the sounding pitch, a note sounds, silence; attack; contour of the last two notes (+1,"
                        + " -1, 0); the latest event equals the one 16 and the one 32 steps before it; seven bits of the number n of"
                        + " events so far, least first, +1 or -1; n is a multiple of 16; the likeliest keys of the melody, then of"
                        + " its last three notes. musicgen's MelodyEncodings.keyMelody writes it.";
        };
    }

    private static String classes(MelodyRnnConfiguration configuration) {
        int lowest = configuration.minPitch();
        int pitches = configuration.maxPitch() - lowest;
        return switch (configuration.input()) {
            case ONE_HOT -> melodyClasses(lowest);
            case LOOKBACK ->
                melodyClasses(lowest)
                        + " Then " + (pitches + 2) + " repeats the event of 16 steps ago, " + (pitches + 3)
                        + " that of 32 steps ago; no event if there is none.";
            case KEY_MELODY ->
                "p for a note of pitch " + lowest + " + p; " + pitches + " no event; " + (pitches + 1)
                        + " end of a note; " + (pitches + 2) + " repeats the event of 16 steps ago, " + (pitches + 3)
                        + " that of 32 steps ago; no event if there is none.";
        };
    }

    private static String melodyClasses(int lowest) {
        return "0 no event, 1 end of a note, 2 + p a note of pitch " + lowest + " + p.";
    }
}
