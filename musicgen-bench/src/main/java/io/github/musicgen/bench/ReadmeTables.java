package io.github.musicgen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tables of figures in the README, from the results that lie in {@code docs/benchmarks}. They stand between two comments, so that
 * this can write them again:
 *
 * <pre>{@code
 * java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.ReadmeTables README.md docs/benchmarks/2026-11-26
 * }</pre>
 */
final class ReadmeTables {
    private static final String BEGIN = "<!-- figures: written by ReadmeTables from %s -->\n";
    private static final String END = "<!-- end of figures -->\n";

    private static final String TRAINING = "network";
    private static final String SAMPLING = "rival";

    private final String prefix;
    private final BenchmarkNotes notes;
    private final List<JmhResult> steps;
    private final List<JmhResult> trainings;

    private ReadmeTables(String prefix, BenchmarkNotes notes, List<JmhResult> steps, List<JmhResult> trainings) {
        this.prefix = prefix;
        this.notes = notes;
        this.steps = steps;
        this.trainings = trainings;
    }

    /** Writes the tables into a README, from the results whose files begin with a prefix. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("arguments must be README.md PREFIX, but were " + List.of(arguments));
        }
        Path readme = Path.of(arguments[0]);
        Files.writeString(readme, written(Files.readString(readme), Path.of(""), arguments[1]));
    }

    /**
     * The README with the tables in their place.
     *
     * @param root the repository
     * @param prefix of the files of results, as a link of the README names them
     */
    static String written(String readme, Path root, String prefix) throws IOException {
        int begin = readme.indexOf(BEGIN.substring(0, BEGIN.indexOf('%')));
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the README must have a line \""
                    + BEGIN.formatted("...").strip() + "\" and behind it a line \"" + END.strip() + "\"");
        }
        ReadmeTables tables = new ReadmeTables(
                prefix,
                BenchmarkNotes.read(root.resolve(prefix + "-rivals.properties")),
                results(root, prefix + "-rivals.json"),
                results(root, prefix + "-training-rivals.json"));
        return readme.substring(0, begin) + tables.markdown() + readme.substring(end);
    }

    private static List<JmhResult> results(Path root, String file) throws IOException {
        return JmhResult.parse(Files.readAllBytes(root.resolve(file)));
    }

    private String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(BEGIN.formatted(prefix + "-*.json").strip());
        lines.add("");
        lines.add("| µs for a step of the sampling loop, one thread | [128, 128] | [256, 256] | [512, 512, 512] |");
        lines.add("| --- | --- | --- | --- |");
        step(lines, "musicgen, plain Java", "MUSICGEN");
        step(lines, "musicgen, plain Java, weights of 12 bits", "MUSICGEN_12BIT");
        step(lines, "musicgen on OpenBLAS", "MUSICGEN_OPENBLAS");
        step(lines, "*OpenBLAS's products alone, memory as it comes: the floor*", "OPENBLAS_PRODUCTS");
        step(lines, "*the same on memory that begins with a cache line*", "OPENBLAS_PRODUCTS_ALIGNED");
        step(lines, "ONNX Runtime", "ONNX_RUNTIME");
        step(lines, "PyTorch (DJL), operation by operation", "PYTORCH_OPERATIONS");
        step(lines, "PyTorch (DJL), its LSTM", "PYTORCH");
        step(lines, "TensorFlow Java", "TENSORFLOW");
        step(lines, "ND4J", "ND4J");
        step(lines, "Deeplearning4j", "DL4J");
        lines.add("");
        lines.add("| ms for a step of training, 64 melodies of 128 steps, one thread | [64, 64] | [128, 128] |");
        lines.add("| --- | --- | --- |");
        training(lines, "musicgen's layers in Deeplearning4j", "FUSED");
        training(lines, "PyTorch (DJL), its LSTM", "PYTORCH");
        training(lines, "Deeplearning4j's layers", "STOCK");
        lines.add("");
        lines.add("On " + notes.cpu() + "; " + steps.get(0).conditions().java()
                + notes.versions().map(versions -> "; " + versions).orElse("") + ".");
        lines.add("");
        return String.join("\n", lines) + "\n";
    }

    private void step(List<String> lines, String name, String rival) {
        row(
                lines,
                name,
                List.of("BASIC_128", "BASIC_256", "BASIC_512").stream()
                        .map(model -> median(steps, Map.of(SAMPLING, rival, "model", model)))
                        .toList());
    }

    private void training(List<String> lines, String name, String network) {
        row(
                lines,
                name,
                List.of("64", "128").stream()
                        .map(units -> median(trainings, Map.of(TRAINING, network, "units", units)))
                        .toList());
    }

    private static void row(List<String> lines, String name, List<String> cells) {
        lines.add("| " + name + " | " + String.join(" | ", cells) + " |");
    }

    private static String median(List<JmhResult> results, Map<String, String> parameters) {
        return results.stream()
                .filter(result -> result.parameters().equals(parameters))
                .map(result -> Rounded.of(result.median()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there must be a result of " + parameters));
    }
}
