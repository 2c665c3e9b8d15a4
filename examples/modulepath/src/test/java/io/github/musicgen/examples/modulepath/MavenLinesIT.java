package io.github.musicgen.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lines of Maven that pages tell to type. Those that run an example are run: in a copy of the repository, with the
 * classes that a build from the root has compiled. All others are held to the projects and profiles that there are.
 */
class MavenLinesIT {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern LINE = Pattern.compile("(?:`|^)mvn( [^`#\\n]+)", Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");
    private static final Pattern RECIPES = Pattern.compile("The recipes are ((?s:.*?))\\.\n");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final Set<String> PHASES =
            Set.of("clean", "compile", "test", "package", "verify", "install", "deploy");

    /** The build around this test has just done that. */
    private static final String COMPILED = "-Dmaven.main.skip=true";

    /** What ends an example that otherwise goes on until somebody stops it. */
    private static final Map<String, String> ENDS = Map.of(
            "examples/game", "-Dexec.args=--headless 60", //
            "examples/web", "-Dexec.args=--help");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void copyRepository() throws IOException {
        copy("LICENSE");
        copy("NOTICE");
        copy("examples/tunes");
        for (String project : projects()) {
            copy(project + "/pom.xml");
            copy(project + "/target/classes");
        }
    }

    private static void copy(String name) throws IOException {
        Path from = ROOT.resolve(name).normalize();
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copied().resolve(ROOT.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(file, to);
            }
        }
    }

    private static Path copied() {
        return folder.resolve("musicgen");
    }

    /** Of the README, without doubles. */
    static Set<String> linesThatRunAnExample() throws IOException {
        return lines(ROOT.resolve("README.md"))
                .filter(line -> line.contains(" -P run "))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(Path page) throws IOException {
        return LINE.matcher(Files.readString(page))
                .results()
                .map(line -> line.group(1).replace('\n', ' ').strip());
    }

    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("linesThatRunAnExample")
    void lineOfTheReadme_runsAnExample(String line) throws Exception {
        List<String> words = new ArrayList<>(words(line));
        String project = words.get(words.indexOf("-pl") + 1);
        words.add(COMPILED);
        if (ENDS.containsKey(project)) {
            words.add(ENDS.get(project));
        }

        String printed = OtherMaven.asOurs().run(copied(), Map.of(), words.toArray(String[]::new));

        assertThat(printed).as(line).isNotBlank();
        if (project.equals("examples/quickstart")) {
            assertThat(copied().resolve("examples/quickstart/target"))
                    .isDirectoryContaining("glob:**/continued.{mid,wav,svg}");
        }
    }

    @Test
    void examples_thatCanBeRun_areRunByTheReadme() throws Exception {
        List<String> canBeRun = projects().stream()
                .filter(project -> read(project).contains("<exec.skip>false</exec.skip>"))
                .toList();
        assertThat(linesThatRunAnExample().stream()
                        .map(MavenLinesIT::words)
                        .map(words -> words.get(words.indexOf("-pl") + 1)))
                .containsAll(canBeRun)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void recipes_ofTheReadme_areThoseThatThereAre() throws Exception {
        MatchResult sentence = RECIPES.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .findFirst()
                .orElseThrow();
        Path sources = ROOT.resolve("examples/recipes/src/main/java/io/github/musicgen/examples/recipes");
        try (Stream<Path> files = Files.list(sources)) {
            List<String> recipes = files.filter(file -> readFile(file).contains("public static void main("))
                    .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                    .toList();
            assertThat(NAME.matcher(sentence.group(1)).results().map(name -> name.group(1)))
                    .containsExactlyInAnyOrderElementsOf(recipes);
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"), 2)) {
            return Stream.of(top, docs, examples)
                    .flatMap(files -> files)
                    .filter(file ->
                            file.toString().endsWith(".md") || file.toString().endsWith(".sh"))
                    .filter(file -> LINE.matcher(readFile(file)).find())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void lines_nameProjectsProfilesAndPhasesThatThereAre(Path page) throws Exception {
        List<String> profiles = Pattern.compile("<profile>\\s*(?:<!--(?s:.*?)-->\\s*)?<id>([\\w-]+)</id>")
                .matcher(read(".") + read("examples"))
                .results()
                .map(profile -> profile.group(1))
                .toList();
        for (String line : lines(page).toList()) {
            List<String> words = new ArrayList<>(words(line));
            while (!words.isEmpty()) {
                String word = words.remove(0);
                if (word.equals("-pl")) {
                    assertThat(projects()).as(line).contains(words.remove(0));
                } else if (word.startsWith("-P")) {
                    assertThat(profiles).as(line).contains(word.equals("-P") ? words.remove(0) : word.substring(2));
                } else if (word.startsWith("-Dexec.mainClass=")) {
                    assertThat(ROOT.resolve("examples/web/src/main/java/"
                                    + word.replaceFirst(".*=", "").replace('.', '/') + ".java"))
                            .exists();
                } else if (!word.startsWith("-") && !word.contains(":")) {
                    assertThat(PHASES).as(line).contains(word);
                }
            }
        }
    }

    /** All modules, as paths from the root; the root itself is a point. */
    private static List<String> projects() {
        return projects(".").toList();
    }

    private static Stream<String> projects(String project) {
        Stream<String> below = Pattern.compile("<module>(.*)</module>")
                .matcher(read(project))
                .results()
                .map(module -> project.equals(".") ? module.group(1) : project + "/" + module.group(1));
        return Stream.concat(Stream.of(project), below.flatMap(MavenLinesIT::projects));
    }

    /** The {@code pom.xml} of a project. */
    private static String read(String project) {
        return readFile(ROOT.resolve(project).resolve("pom.xml"));
    }

    private static String readFile(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
