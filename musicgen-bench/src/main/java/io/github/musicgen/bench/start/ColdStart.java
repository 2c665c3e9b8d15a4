package io.github.musicgen.bench.start;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Stream;

/**
 * Times whole processes in turns: a JVM that does nothing but tell its version, and one that writes a tune, without any archive of
 * classes, with that of the JDK, with one of its own, and that with the flags of a JVM that will not live long. The class path of the
 * tune is what a user has, our three jars, and {@link OneTune}. The page is written beside the result.
 *
 * <pre>{@code
 * java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.start.ColdStart RESULT.json
 * }</pre>
 */
final class ColdStart {
    private static final String COMMAND =
            "java -cp musicgen-bench/target/benchmarks.jar io.github.musicgen.bench.start.ColdStart RESULT.json";
    private static final int ROUNDS = 25;

    /** Not even the archive of the JDK's own classes, which every JVM brings along. */
    static final String UNSHARED = "-Xshare:off";

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
        if (arguments.length != 1 || !arguments[0].endsWith(".json")) {
            throw new IllegalArgumentException("arguments must be RESULT.json, but were " + List.of(arguments)
                    + "; the page comes to lie beside it");
        }
        Path result = Path.of(arguments[0]);
        Path folder = Files.createTempDirectory("start");
        try {
            Map<String, List<Double>> times = new ColdStart(folder, lightClassPath()).measure(ROUNDS);
            Files.writeString(result, json(times));
        } finally {
            delete(folder);
        }
        String name = result.getFileName().toString();
        Files.writeString(result.resolveSibling(name.replace(".json", ".md")), page(result));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The jars as Maven built them: what a user has, and the program. */
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
        commands.put("tune, " + UNSHARED, tune(UNSHARED));
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
        root.put("cpu", Processors.describe());
        root.put("unit", "ms");
        times.forEach((name, values) -> {
            ArrayNode array = root.putArray(name);
            values.forEach(value -> array.add(Math.round(value * 10) / 10.0));
        });
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** The page of a result. */
    static String page(Path result) throws IOException {
        JsonNode root = new ObjectMapper().readTree(result.toFile());
        Map<String, List<Double>> times = new LinkedHashMap<>();
        root.properties().stream().filter(each -> each.getValue().isArray()).forEach(each -> {
            List<Double> values = new ArrayList<>();
            each.getValue().forEach(value -> values.add(value.asDouble()));
            times.put(each.getKey(), values);
        });
        String name = result.getFileName().toString();
        List<Double> version = Objects.requireNonNull(times.get("java -version"));
        StringBuilder page =
                new StringBuilder("# From the start of a JVM to a written tune\n\nWritten by `ColdStart`, with [" + name
                        + "](" + name + "): " + version.size()
                        + " processes of each in turns. A tune is 64 steps by the model `folk` as a MIDI file.\n\n`"
                        + COMMAND + "`\n\n- CPU: " + root.required("cpu").asText() + "\n- JVM: "
                        + root.required("java").asText() + "\n\n"
                        + "| process | median | fastest | times `java -version` |\n| --- | --- | --- | --- |\n");
        times.forEach((process, values) -> page.append(String.format(
                Locale.ROOT,
                "| %s | %.0f ms | %.0f ms | %.1f |%n",
                process,
                median(values),
                values.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                median(values) / median(version))));
        return page.toString();
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
