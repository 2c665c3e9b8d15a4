package io.github.musicgen.bench.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Times whole processes in turns: a JVM that does nothing but tell its version, and one that writes a tune, with and without an
 * archive of its classes, and that with the flags of a JVM that will not live long. The class path of the tune is what a user has: our
 * three jars.
 *
 * <pre>{@code
 * java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.start.ColdStart RESULT.json
 * }</pre>
 */
final class ColdStart {
    private static final String COMMAND =
            "java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.start.ColdStart RESULT.json";
    private static final int ROUNDS = 25;
    /** The simplest collector and the quick compiler alone: what a process of a second has use for. */
    static final List<String> SHORT_LIVED = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    static final List<String> JARS =
            List.of("musicgen-representation", "musicgen-midi", "musicgen-api", "musicgen-bench");

    private final Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    private final Path folder;
    private final String classPath;

    ColdStart(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path result = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("start");
        Map<String, List<Double>> times = new ColdStart(folder, lightClassPath()).measure(ROUNDS);
        Files.writeString(result, json(times));
        System.out.print(page(result.getFileName().toString(), times));
    }

    /** The jars as Maven built them, or the classes where there are none yet. */
    private static String lightClassPath() {
        return JARS.stream().map(ColdStart::entry).collect(Collectors.joining(File.pathSeparator));
    }

    private static String entry(String module) {
        Path target = Path.of(module, "target");
        File[] jars = target.toFile().listFiles((dir, name) -> name.matches(module + "-[0-9][^-]*(-SNAPSHOT)?\\.jar"));
        if (jars == null || jars.length != 1) {
            throw new IllegalStateException(target + " must hold one jar of " + module + ", but held "
                    + (jars == null ? 0 : jars.length) + ": start in the root of a built repository");
        }
        return jars[0].getPath();
    }

    Map<String, List<Double>> measure(int rounds) throws IOException, InterruptedException {
        Path archive = folder.resolve("tune.jsa");
        run(tune("-XX:ArchiveClassesAtExit=" + archive));
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("java -version", List.of(java.toString(), "-version"));
        commands.put("tune", tune());
        commands.put("tune, classes archived", tune("-XX:SharedArchiveFile=" + archive));
        commands.put(
                "tune, classes archived, " + String.join(" ", SHORT_LIVED),
                tune("-XX:SharedArchiveFile=" + archive, SHORT_LIVED.get(0), SHORT_LIVED.get(1)));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                double milliseconds = run(command.getValue());
                if (round > 0) { // the first fills the caches of the system
                    times.computeIfAbsent(command.getKey(), key -> new ArrayList<>())
                            .add(milliseconds);
                }
            }
        }
        return times;
    }

    private List<String> tune(String... options) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of(
                "-cp",
                classPath,
                OneTune.class.getName(),
                folder.resolve("tune.mid").toString()));
        return command;
    }

    private double run(List<String> command) throws IOException, InterruptedException {
        Path file = folder.resolve("tune.mid");
        Files.deleteIfExists(file);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        int status = process.waitFor();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        boolean writes = command.contains(OneTune.class.getName());
        if (status != 0 || (writes && Files.size(file) < 100)) {
            throw new IllegalStateException(command + " must end with 0 and write " + file + ", but ended with "
                    + status + ": " + Files.readString(folder.resolve("output.txt")));
        }
        return milliseconds;
    }

    private static String json(Map<String, List<Double>> times) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        root.put("unit", "ms");
        times.forEach((name, values) -> {
            ArrayNode array = root.putArray(name);
            values.forEach(value -> array.add(Math.round(value * 10) / 10.0));
        });
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    static String page(String json, Map<String, List<Double>> times) {
        double version = median(Objects.requireNonNull(times.get("java -version")));
        StringBuilder page =
                new StringBuilder("# From the start of a JVM to a written tune\n\nWritten by `ColdStart`, with ["
                        + json + "](" + json + "): " + ROUNDS
                        + " processes of each in turns. A tune is 64 steps by the model `folk` as a MIDI file.\n\n`"
                        + COMMAND + "`\n\n- CPU: " + Processors.describe() + "\n- JVM: "
                        + System.getProperty("java.vm.name") + " "
                        + System.getProperty("java.vm.version") + "\n\n"
                        + "| process | median | fastest | times `java -version` |\n| --- | --- | --- | --- |\n");
        times.forEach((name, values) -> page.append(String.format(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f ms | %.1f |%n",
                name,
                median(values),
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                median(values) / version)));
        return page.toString();
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
