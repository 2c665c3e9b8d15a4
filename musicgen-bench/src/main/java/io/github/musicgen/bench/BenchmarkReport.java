package io.github.musicgen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the JSON of JMH into a page, so that no figure of a document is typed by hand. Beside {@code NAME.json} stands
 * {@code NAME.properties} with what JMH does not know ({@link BenchmarkNotes}); the page is {@code NAME.md}.
 */
final class BenchmarkReport {
    private final BenchmarkNotes notes;
    private final List<JmhResult> results;

    BenchmarkReport(BenchmarkNotes notes, List<JmhResult> results) {
        this.notes = notes;
        this.results = List.copyOf(results);
    }

    /** Writes the page of each JSON file named that has notes beside it; others have pages that were written with them. */
    public static void main(String[] files) throws IOException {
        for (String file : files) {
            Path json = Path.of(file);
            if (Files.exists(beside(json, ".properties"))) {
                Files.writeString(beside(json, ".md"), page(json));
            } else {
                System.err.println(file + " has no notes beside it and is left as it is");
            }
        }
    }

    static String page(Path json) throws IOException {
        BenchmarkNotes notes = BenchmarkNotes.read(beside(json, ".properties"));
        String name = json.getFileName().toString();
        return new BenchmarkReport(notes, JmhResult.parse(Files.readAllBytes(json))).markdown(name);
    }

    static Path beside(Path json, String extension) {
        String name = json.getFileName().toString();
        return json.resolveSibling(name.substring(0, name.length() - ".json".length()) + extension);
    }

    String markdown(String json) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + notes.title() + ", " + notes.date());
        lines.add("");
        lines.add("Written by `BenchmarkReport` from [" + json + "](" + json + ").");
        lines.add("");
        lines.add("`" + notes.command() + "`");
        lines.add("");
        describeConditions(lines);
        lines.add("");
        row(lines, heading());
        row(lines, heading().stream().map(column -> "---").toList());
        results.forEach(result -> row(lines, cells(result)));
        return String.join("\n", lines) + "\n";
    }

    private void describeConditions(List<String> lines) {
        JmhResult.Conditions conditions = conditions();
        lines.add("- CPU: " + notes.cpu());
        lines.add("- JVM: " + conditions.java());
        notes.versions().ifPresent(versions -> lines.add("- Versions: " + versions));
        lines.add("- JMH " + conditions.jmh() + ": forks " + conditions.forks() + ", warm-up iterations "
                + conditions.warmup() + ", measured iterations " + conditions.measurement());
        lines.add(
                "- Times are means with the half of their 99.9 % interval; what follows from them, operations per second and how many"
                        + " times as fast, is of medians");
        lines.add("- One operation: " + notes.data() + "; " + grouped(notes.count()) + " " + notes.unit());
    }

    private JmhResult.Conditions conditions() {
        Set<JmhResult.Conditions> all =
                results.stream().map(JmhResult::conditions).collect(Collectors.toSet());
        if (all.size() != 1) {
            throw new IllegalArgumentException("results must be of one JVM measured in one way, but were of " + all);
        }
        return all.iterator().next();
    }

    private List<String> heading() {
        List<String> columns = new ArrayList<>(List.of("benchmark"));
        columns.addAll(results.get(0).parameters().keySet());
        columns.addAll(List.of(
                "threads",
                results.get(0).unit(),
                "median",
                notes.unit() + " per second",
                "bytes allocated per operation"));
        notes.baselineValues().forEach(value -> columns.add("times as fast as " + value));
        return columns;
    }

    private List<String> cells(JmhResult result) {
        List<String> cells = new ArrayList<>(List.of(result.name()));
        cells.addAll(result.parameters().values());
        cells.add(Integer.toString(result.threads()));
        cells.add(score(result));
        cells.add(Rounded.of(result.median()));
        cells.add(Rounded.of(result.operationsPerSecond() * notes.count()));
        cells.add(result.allocated().isPresent() ? Rounded.of(result.allocated().getAsDouble()) : "");
        for (String value : notes.baselineValues()) {
            cells.add(Rounded.of(
                    result.operationsPerSecond() / baselineOf(result, value).operationsPerSecond()));
        }
        return cells;
    }

    /** The result that differs in the parameter compared alone. */
    private JmhResult baselineOf(JmhResult result, String value) {
        Map<String, String> parameters = new HashMap<>(result.parameters());
        parameters.put(notes.baselineParameter(), value);
        return results.stream()
                .filter(other -> other.benchmark().equals(result.benchmark())
                        && other.threads() == result.threads()
                        && other.parameters().equals(parameters))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there must be a baseline " + parameters + " of " + result.benchmark()));
    }

    private static String score(JmhResult result) {
        return Double.isNaN(result.error()) ? Rounded.of(result.score()) : Rounded.of(result.score(), result.error());
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static void row(List<String> lines, List<String> cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }
}
