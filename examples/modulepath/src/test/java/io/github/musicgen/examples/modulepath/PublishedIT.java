package io.github.musicgen.examples.modulepath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What this build published, by the goal that publishes a release, is all that Maven Central asks for, but for signatures. */
class PublishedIT {
    private static final Path PUBLISHED =
            Path.of(Programs.property("published.repository")).resolve("io/github/musicgen");
    private static final String PARENT = "musicgen";
    private static final Map<String, String> CHECKSUMS = Map.of(".md5", "MD5", ".sha1", "SHA-1");

    @Test
    void published_areTheParentAndTheFourLibraries_andNothingElse() throws Exception {
        try (Stream<Path> artifacts = Files.list(PUBLISHED)) {
            assertThat(artifacts.map(artifact -> String.valueOf(artifact.getFileName())))
                    .containsExactlyInAnyOrder(
                            PARENT, "musicgen-representation", "musicgen-midi", "musicgen-api", "musicgen-models");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"musicgen-representation", "musicgen-midi", "musicgen-api", "musicgen-models"})
    void library_hasJarSourcesAndJavadoc(String library) throws Exception {
        Set<String> classes = names(file(library, ".jar"), ".class");
        classes.removeIf(name -> name.contains("$"));
        assertThat(classes).hasSizeGreaterThan(20);
        assertThat(names(file(library, "-sources.jar"), ".java")).containsAll(classes);

        Set<String> pages = names(file(library, "-javadoc.jar"), ".html");
        assertThat(pages).contains("index");
        assertThat(pages.stream().map(page -> page.replaceFirst("^io\\.github[^/]*/", "")))
                .containsAnyElementsOf(classes);
    }

    /** Without the ending. */
    private static Set<String> names(Path jar, String ending) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void parent_saysWhatCentralAsksFor() throws Exception {
        Document pom = pom(PARENT);
        for (String asked : List.of(
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "scm/connection",
                "scm/url")) {
            assertThat(text(pom, asked)).as(asked).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"musicgen-representation", "musicgen-midi", "musicgen-api", "musicgen-models"})
    void library_saysWhatItIs_andTakesTheRestFromTheParent(String library) throws Exception {
        Document pom = pom(library);
        assertThat(text(pom, "name")).isEqualTo(library);
        assertThat(text(pom, "description")).isNotBlank();
        assertThat(text(pom, "parent/artifactId")).isEqualTo(PARENT);
        assertThat(text(pom, "parent/version")).isEqualTo(Programs.property("project.version"));
        assertThat(text(pom, "url") + text(pom, "licenses") + text(pom, "developers") + text(pom, "scm"))
                .isEmpty();
    }

    private static Document pom(String artifact) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file(artifact, ".pom").toFile());
    }

    private static String text(Document pom, String place) throws Exception {
        return XPathFactory.newInstance().newXPath().evaluate("/project/" + place, pom);
    }

    /** The sums are those of the files; what else lies beside them is told by name. */
    @Test
    void everyFile_hasItsChecksums() throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(PUBLISHED)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> CHECKSUMS.keySet().stream().noneMatch(file.toString()::endsWith))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(16);
        for (Path file : files) {
            for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
                byte[] sum = MessageDigest.getInstance(checksum.getValue()).digest(Files.readAllBytes(file));
                assertThat(Path.of(file + checksum.getKey()))
                        .content(UTF_8)
                        .isEqualTo(HexFormat.of().formatHex(sum));
            }
        }
    }

    /** The one file of an artifact that ends so, with nothing but the version before. */
    private static Path file(String artifact, String ending) throws IOException {
        String version = Programs.property("project.version");
        String name = artifact + "-" + version.replaceFirst("SNAPSHOT$", "") + "[\\d.-]*" + ending.replace(".", "\\.");
        try (Stream<Path> files = Files.list(PUBLISHED.resolve(artifact).resolve(version))) {
            List<Path> found = files.filter(file -> Objects.requireNonNull(file.getFileName())
                            .toString()
                            .matches(name))
                    .toList();
            assertThat(found).as("%s of %s in %s", ending, artifact, PUBLISHED).hasSize(1);
            return found.get(0);
        }
    }
}
