package io.github.musicgen.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * <p>Before, a build from the root must have published something: {@code mvn -pl examples/modulepath -am verify}.
 */
class UsersProjectIT {
    private static final Pattern PROPERTY = Pattern.compile("@([a-z.]+)@");
    private static final List<String> OURS = List.of("musicgen-api", "musicgen-midi", "musicgen-representation");

    @TempDir
    private static Path folder;

    private static Path project;

    @BeforeAll
    static void build() throws Exception {
        project = folder.resolve("user");
        copyProject();
        OtherMaven.withoutNetwork(folder).run(project, Map.of(), "compile");
    }

    @Test
    void tree_holdsOurThreeJarsAlone() throws Exception {
        String version = Programs.property("project.version");
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
            Path origins = OtherMaven.localRepository(folder)
                    .resolve("io/github/musicgen")
                    .resolve(name)
                    .resolve(Programs.property("project.version"))
                    .resolve("_remote.repositories");
            assertThat(Files.readAllLines(origins).stream().filter(line -> line.contains(".jar>")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith(".jar>published="));
        }
    }

    @Test
    void music_onTheClassPath_isTheOneOfTheSeed() throws Exception {
        assertThat(run("-cp", path(), "user.User")).isEqualToIgnoringNewLines(UsersProject.pitches());
    }

    @Test
    void music_onTheModulePath_isTheOneOfTheSeed() throws Exception {
        assertThat(run("--module-path", path(), "--module", "user/user.User"))
                .isEqualToIgnoringNewLines(UsersProject.pitches());
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

    private static String run(String... arguments) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Stream<String> command = Stream.concat(Stream.of(java.toString()), Stream.of(arguments));
        return Programs.run(project, Map.of(), command.toArray(String[]::new));
    }

    private static void copyProject() throws IOException {
        try (Stream<Path> files = Files.walk(UsersProject.FOLDER)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(UsersProject.FOLDER.relativize(file).toString());
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
                ? Path.of(Programs.property(name)).toUri().toString()
                : Programs.property(name);
    }
}
