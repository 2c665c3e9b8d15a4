package io.github.musicgen.representation.encoding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A melody and what note-seq answers for it. */
record GoldenMelody(Melody melody, int shift, Melody squashed, JsonNode answers) {

    static final String FOLDER_PROPERTY = "musicgen.magenta";

    /** What note-seq answers in one encoding. */
    record Answers(List<List<SparseInput.Entry>> inputs, List<Integer> labels, List<Integer> decodedAtEnd) {}

    /** The few that travel with the tests. */
    static List<GoldenMelody> ours() throws IOException {
        try (InputStream json = GoldenMelody.class.getResourceAsStream("melody-encodings.json")) {
            return read(new ObjectMapper().readTree(json));
        }
    }

    /** All of them, from the folder that the system property names. */
    static List<GoldenMelody> all() throws IOException {
        Path file = Path.of(System.getProperty(FOLDER_PROPERTY), "melody-encodings.golden.json");
        return read(new ObjectMapper().readTree(Files.readAllBytes(file)));
    }

    Answers answers(String encoding) {
        JsonNode node = answers.get(encoding);
        List<List<SparseInput.Entry>> inputs = new ArrayList<>();
        for (JsonNode input : node.get("inputs")) {
            inputs.add(StreamSupport.stream(input.spliterator(), false)
                    .map(entry -> new SparseInput.Entry(
                            entry.get(0).intValue(), entry.get(1).floatValue()))
                    .toList());
        }
        return new Answers(inputs, list(node.get("labels")), list(node.get("decodedAtEnd")));
    }

    private static List<GoldenMelody> read(JsonNode root) {
        List<GoldenMelody> melodies = new ArrayList<>();
        for (JsonNode node : root.get("melodies")) {
            JsonNode squashed = node.get("squashedToC");
            melodies.add(new GoldenMelody(
                    Melody.of(ints(node.get("events"))),
                    squashed.get("shift").intValue(),
                    Melody.of(ints(squashed.get("events"))),
                    node));
        }
        return melodies;
    }

    private static List<Integer> list(JsonNode array) {
        return IntStream.of(ints(array)).boxed().toList();
    }

    private static int[] ints(JsonNode array) {
        return IntStream.range(0, array.size())
                .map(i -> array.get(i).intValue())
                .toArray();
    }
}
