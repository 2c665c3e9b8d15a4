package io.github.musicgen.examples.cli.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import io.github.musicgen.examples.cli.output.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a network was shown at one step, and what another program says it answers. */
final class GoldenStep {
    private final float[] input; // [inputSize]
    private final double[] expected; // [classCount]

    private GoldenStep(float[] input, double[] expected) {
        this.input = input;
        this.expected = expected;
    }

    /** The values of the input, not to be written to. */
    float[] input() {
        return input;
    }

    /** The probability of each class, not to be written to. */
    double[] expected() {
        return expected;
    }

    /**
     * Reads {@code {"steps": [...]}} or the bare list. A step has the indices of the inputs that are 1 as {@code hot}, or all values
     * as {@code in} or {@code input}, and the answer as {@code p}.
     */
    static List<GoldenStep> read(Path path, int inputSize, int classCount) throws IOException {
        Object root = parse(path);
        Object rows = root instanceof Map<?, ?> fields ? fields.get("steps") : root;
        if (!(rows instanceof List<?> list) || list.isEmpty()) {
            throw new IOException(path + ": expected a list of steps, or an object with one as \"steps\"");
        }
        List<GoldenStep> steps = new ArrayList<>();
        for (Object row : list) {
            steps.add(new Row(path + ": step " + steps.size(), row).step(inputSize, classCount));
        }
        return steps;
    }

    private static @Nullable Object parse(Path path) throws IOException {
        OutputFile.requireNoFolder(path);
        try {
            return JSON.std.anyFrom(Files.readAllBytes(path));
        } catch (JsonProcessingException malformed) {
            String fault = malformed.getOriginalMessage().replaceFirst(" \\(start marker at.*", "");
            throw new IOException(path + ": line " + malformed.getLocation().getLineNr() + ": " + fault, malformed);
        }
    }

    private record Row(String place, @Nullable Object value) {
        GoldenStep step(int inputSize, int classCount) throws IOException {
            if (!(value instanceof Map<?, ?> fields)) {
                throw wrong("an object with \"hot\" (or \"in\") and \"p\"");
            }
            Object dense = fields.containsKey("in") ? fields.get("in") : fields.get("input");
            float[] input = dense == null
                    ? hot(numbers("hot", fields.get("hot")), inputSize)
                    : dense(numbers("in", dense), inputSize);
            return new GoldenStep(input, expected(numbers("p", fields.get("p")), classCount));
        }

        private float[] hot(List<Number> indices, int inputSize) throws IOException {
            float[] input = new float[inputSize];
            for (Number index : indices) {
                if (index.doubleValue() != index.intValue() || index.intValue() < 0 || index.intValue() >= inputSize) {
                    throw wrong("\"hot\" to hold indices of the model's " + inputSize + " inputs, not " + index);
                }
                input[index.intValue()] = 1;
            }
            return input;
        }

        private float[] dense(List<Number> values, int inputSize) throws IOException {
            if (values.size() != inputSize) {
                throw wrong(inputSize + " inputs, as the model has, not " + values.size());
            }
            float[] input = new float[inputSize];
            for (int i = 0; i < inputSize; i++) {
                input[i] = values.get(i).floatValue();
            }
            return input;
        }

        private double[] expected(List<Number> values, int classCount) throws IOException {
            if (values.size() != classCount) {
                throw wrong("\"p\" of " + classCount + " classes, as the model has, not " + values.size());
            }
            return values.stream().mapToDouble(Number::doubleValue).toArray();
        }

        private List<Number> numbers(String name, @Nullable Object list) throws IOException {
            List<Number> numbers = new ArrayList<>();
            if (!(list instanceof List<?> values)) {
                throw wrong("a list of numbers as \"" + name + "\"");
            }
            for (Object each : values) {
                if (!(each instanceof Number number)) {
                    throw wrong("only numbers in \"" + name + "\"");
                }
                numbers.add(number);
            }
            return numbers;
        }

        private IOException wrong(String expected) {
            return new IOException(place + ": expected " + expected);
        }
    }
}
