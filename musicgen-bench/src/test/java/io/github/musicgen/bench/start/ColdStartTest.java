package io.github.musicgen.bench.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {
    @TempDir
    Path folder;

    @Test
    void processes_areTimedAndTold() throws Exception {
        Map<String, List<Double>> times = new ColdStart(folder, jar().toString()).measure(1);
        assertThat(times.keySet())
                .containsExactly(
                        "java -version",
                        "tune, -Xshare:off",
                        "tune",
                        "tune, classes archived",
                        "tune, classes archived, -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
        assertThat(times.values()).allSatisfy(values -> assertThat(values).hasSize(1));
        assertThat(folder.resolve("tune.mid")).isNotEmptyFile();
    }

    @Test
    void committedPages_sayWhatTheCommittedResultsSay() throws IOException {
        List<Path> results;
        try (Stream<Path> files = Files.list(Path.of("..", "docs", "benchmarks"))) {
            results = files.filter(file -> file.toString().endsWith("-cold-start.json"))
                    .toList();
        }
        assertThat(results).isNotEmpty();
        for (Path result : results) {
            assertThat(Path.of(result.toString().replace(".json", ".md"))).hasContent(ColdStart.page(result));
        }
    }

    @Test
    void wrongArguments_areNamed() {
        assertThatThrownBy(() -> ColdStart.main(new String[0]))
                .hasMessage("arguments must be RESULT.json, but were []; the page comes to lie beside it");
    }

    @Test
    void aProcessor_isNamedAsTheSystemNamesIt() {
        assertThat(Processors.name(List.of("processor\t: 0", "model name\t: Xeon: fast"), "amd64"))
                .isEqualTo("Xeon: fast");
        assertThat(Processors.name(List.of("processor\t: 0"), "aarch64")).isEqualTo("aarch64");
        assertThat(Processors.describe()).startsWith(Runtime.getRuntime().availableProcessors() + " cores of ");
    }

    /** Only classes in jars go into an archive; while tests run there are none yet. */
    private Path jar() throws IOException {
        Path jar = folder.resolve("light.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String module : ColdStart.JARS) {
                add(Path.of("..", module, "target", "classes"), out);
            }
        }
        return jar;
    }

    private static void add(Path classes, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(ColdStartTest::isWanted).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }

    private static boolean isWanted(Path file) {
        String path = file.toString();
        return (path.endsWith(".class") || path.endsWith(".safetensors") || path.endsWith(".properties"))
                && !path.endsWith("module-info.class");
    }

    @Test
    void aProcessThatFails_isTold() {
        assertThatThrownBy(() -> new ColdStart(folder, "nowhere").measure(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must end with 0");
    }
}
