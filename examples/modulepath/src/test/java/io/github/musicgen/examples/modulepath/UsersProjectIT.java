package io.github.musicgen.examples.modulepath;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.musicgen.api.Generator;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds a Maven project outside ours that takes from a repository what this build published there, and makes music in it.
 *
 * <p>Its Maven has an empty local repository and reaches no network: the plugins come from the local repository of our build,
 * as if that were Maven Central.
 */
class UsersProjectIT {
    private static final Path PROJECT = Path.of("src", "test", "user");
    private static final Pattern PROPERTY = Pattern.compile("@([a-z.]+)@");
    private static final List<String> OURS = List.of("musicgen-api", "musicgen-midi", "musicgen-representation");

    @TempDir
    private static Path folder;

    private static Path project;

    @BeforeAll
    static void build() throws Exception {
        project = folder.resolve("user");
        copyProject();
        run(
                maven().toString(),
                "--batch-mode",
                "--no-transfer-progress",
                "--settings",
                settings().toString(),
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "compile");
    }

    @Test
    void tree_holdsOurThreeJarsAlone() throws Exception {
        String version = property("project.version");
        assertThat(Files.readString(project.resolve("target/tree.txt")).lines().map(UsersProjectIT::withoutBranches))
                .containsExactlyInAnyOrder(
                        "com.example:user:jar:1",
                        "io.github.musicgen:musicgen-api:jar:" + version + ":compile",
                        "io.github.musicgen:musicgen-midi:jar:" + version + ":compile",
                        "io.github.musicgen:musicgen-representation:jar:" + version + ":compile");
    }

    @Test
    void jarsAtRunTime_areTheThree_andTheirSizeIsPrinted() throws Exception {
        List<Path> jars = jars();
        assertThat(jars.stream().map(jar -> jar.getFileName().toString().replaceFirst("-\\d.*", "")))
                .containsExactlyElementsOf(OURS);
        long whole = 0;
        for (Path jar : jars) {
            whole += Files.size(jar);
            System.out.println(size(jar.getFileName().toString(), Files.size(jar)));
        }
        System.out.println(size("all that a user's project needs at run time", whole));
    }

    private static String size(String what, long bytes) {
        return String.format(Locale.ROOT, "%s: %,d bytes", what, bytes);
    }

    /** Not from the local repository of our build, where they may lie too. */
    @Test
    void jars_comeFromWhatWasPublished() throws Exception {
        for (String name : OURS) {
            Path origins = folder.resolve("repository/io/github/musicgen")
                    .resolve(name)
                    .resolve(property("project.version"))
                    .resolve("_remote.repositories");
            assertThat(Files.readAllLines(origins).stream().filter(line -> line.contains(".jar>")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(".jar>published="));
        }
    }

    @Test
    void music_onTheClassPath_isTheOneOfTheSeed() throws Exception {
        assertThat(run(java(), "-cp", path(), "user.User")).isEqualToIgnoringNewLines(pitches());
    }

    @Test
    void music_onTheModulePath_isTheOneOfTheSeed() throws Exception {
        assertThat(run(java(), "--module-path", path(), "--module", "user/user.User"))
                .isEqualToIgnoringNewLines(pitches());
    }

    /** What the user's program must print, made by this JVM. */
    private static String pitches() throws IOException {
        String pitches = Generator.load("folk")
                .fromScratch()
                .steps(64)
                .seed(7)
                .generate()
                .whole()
                .notes()
                .map(note -> String.valueOf(note.pitch()))
                .collect(Collectors.joining(" "));
        assertThat(pitches).hasSizeGreaterThan(20);
        return pitches;
    }

    private static String path() throws IOException {
        return Stream.concat(Stream.of(project.resolve("target/classes")), jars().stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(project.resolve("target/lib"))) {
            return jars.sorted().toList();
        }
    }

    private static String withoutBranches(String line) {
        return line.replaceFirst("^[-+|\\\\ ]+", "");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The Maven that runs this test. */
    private static Path maven() {
        String home = System.getProperty("maven.home", "");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Path maven = Path.of(home, "bin", windows ? "mvn.cmd" : "mvn");
        assumeTrue(Files.isRegularFile(maven), "needs Maven, but there is no " + maven);
        return maven;
    }

    private static Path settings() throws IOException {
        return Files.writeString(folder.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>local-repository-of-our-build</id>
                      <mirrorOf>central</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        Path.of(property("localRepository")).toUri()));
    }

    private static void copyProject() throws IOException {
        try (Stream<Path> files = Files.walk(PROJECT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(PROJECT.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                Files.writeString(copy, filled(Files.readString(file)));
            }
        }
    }

    private static String filled(String text) {
        return PROPERTY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(filling(found.group(1))));
    }

    private static String filling(String name) {
        return name.equals("published.repository")
                ? Path.of(property(name)).toUri().toString()
                : property(name);
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    private static String run(String... command) throws Exception {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        Path directory = project;
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(printed)).isZero();
        return read(printed);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
