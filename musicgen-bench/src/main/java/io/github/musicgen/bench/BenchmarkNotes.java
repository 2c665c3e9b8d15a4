package io.github.musicgen.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What JMH does not write down about a run: a file of properties beside its JSON.
 *
 * @param title what was measured
 * @param date when
 * @param command how to do it again
 * @param cpu on what
 * @param data what one operation worked on
 * @param count how many units of work one operation did
 * @param unit what was counted
 * @param baselineParameter the {@code @Param} whose values are compared, if any are
 * @param baselineValues the values that the others are compared with, none if nothing is compared
 * @param versions of what was measured beside us, if anything was
 */
record BenchmarkNotes(
        String title,
        String date,
        String command,
        String cpu,
        String data,
        long count,
        String unit,
        String baselineParameter,
        List<String> baselineValues,
        Optional<String> versions) {
    BenchmarkNotes {
        baselineValues = List.copyOf(baselineValues);
    }

    static BenchmarkNotes read(Path path) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        }
        return of(properties);
    }

    static BenchmarkNotes of(Properties properties) {
        return new BenchmarkNotes(
                text(properties, "title"),
                text(properties, "date"),
                text(properties, "command"),
                text(properties, "cpu"),
                text(properties, "data"),
                Long.parseLong(text(properties, "count")),
                text(properties, "unit"),
                properties.getProperty("baseline.parameter", ""),
                baselines(properties),
                Optional.ofNullable(properties.getProperty("versions")));
    }

    private static List<String> baselines(Properties properties) {
        return properties.containsKey("baseline.parameter")
                ? List.of(text(properties, "baseline.value").split(", *"))
                : List.of();
    }

    private static String text(Properties properties, String key) {
        @Nullable String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("the notes of a benchmark must have a property " + key);
        }
        return value;
    }
}
