package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** GraalVM puts into a native image only the resources that a jar names; those of this module are all named. */
class NativeImageTest {
    private static final String CONFIG = "/META-INF/native-image/io.github.musicgen/musicgen-api/resource-config.json";
    private static final Pattern ENTRY = Pattern.compile("\"pattern\": \"([^\"]+)\"");

    @Test
    void resources_areAllNamed_andEveryPatternHasSome() throws Exception {
        URL config = Objects.requireNonNull(NativeImageTest.class.getResource(CONFIG), CONFIG);
        List<Pattern> patterns = ENTRY.matcher(Files.readString(Path.of(config.toURI())))
                .results()
                .map((MatchResult entry) -> Pattern.compile(entry.group(1).replace("\\\\", "\\")))
                .toList();
        List<String> resources = resources(root(config));

        assertThat(resources)
                .hasSize(Generator.available().size())
                .allMatch(name -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(name).matches()));
        assertThat(patterns)
                .isNotEmpty()
                .allMatch(pattern -> resources.stream()
                        .anyMatch(name -> pattern.matcher(name).matches()));
    }

    private static Path root(URL config) throws Exception {
        Path root = Path.of(config.toURI());
        for (int i = 0; i < CONFIG.split("/", -1).length - 1; i++) {
            root = Objects.requireNonNull(root.getParent());
        }
        return root;
    }

    /** What lies among the classes and is none. */
    private static List<String> resources(Path classes) throws Exception {
        try (Stream<Path> files = Files.walk(classes.resolve("io"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".class"))
                    .toList();
        }
    }
}
