package io.github.musicgen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Does what the README and the pages of docs tell their readers to do: several pages at once, each in a folder of its own. */
@Execution(ExecutionMode.CONCURRENT)
class ReadmeIT {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path README = Path.of("README.md");
    private static final String TUNE = "examples/tunes/harbour-lights.abc";
    private static final String PROGRAM = "examples/cli/target/musicgen/bin/musicgen ";
    private static final Path APPLICATION =
            Path.of(System.getProperty("application.directory")).toAbsolutePath();
    private static final CommandLine ALL = MusicgenCommand.commandLine();
    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final String JAVA = JDK.resolve("java").toString();

    private static final Path MODEL = ROOT.resolve("musicgen-api/src/test/resources/bundles/0.1/attention.safetensors");

    /** Programs that end within seconds: without the optimizing compiler all of them together take a third less time. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** How much is told of what a program printed that failed. */
    private static final int MOST_SHOWN = 2000;

    @TempDir
    private Path folder;

    static Stream<String> commands() throws Exception {
        return Files.readString(ROOT.resolve(README)).lines().filter(line -> line.startsWith(PROGRAM));
    }

    @ParameterizedTest
    @MethodSource("commands")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the README shows the script for sh")
    void command_succeeds_andWritesWhatItSays(String command) throws Exception {
        List<String> words = Arrays.asList(command.split(" "));
        Path output = ROOT.resolve(words.get(words.size() - 1));
        boolean writes = words.contains("-o") || words.contains("convert");
        if (writes) {
            Files.deleteIfExists(output);
        }

        String printed = run(README, ROOT, "sh", "-c", command);
        if (writes) {
            assertThat(output).isNotEmptyFile();
        } else {
            assertThat(printed).contains("\"parts\"");
        }
    }

    @Test
    void commands_areThere() throws Exception {
        assertThat(commands()).hasSizeGreaterThanOrEqualTo(5);
    }

    /** Nobody can run them here, but they must name what the build makes. */
    @Test
    void dependencies_areOfThisVersion() throws Exception {
        String readme = Files.readString(ROOT.resolve(README));
        String version = System.getProperty("project.version");
        assertThat(readme)
                .contains(
                        "<artifactId>musicgen-api</artifactId>\n  <version>" + version + "</version>",
                        "implementation(\"io.github.musicgen:musicgen-api:" + version + "\")",
                        "//DEPS io.github.musicgen:musicgen-api:" + version);
        assertThat(Pattern.compile("\\d+\\.\\d+\\.\\d+-SNAPSHOT")
                        .matcher(readme)
                        .results())
                .allMatch(named -> named.group().equals(version));
    }

    /** Coordinates and versions in running text; those of our own modules and of other people's. */
    @Test
    void versionsInPlatforms_areThoseOfTheBuild() throws Exception {
        String platforms = read(ROOT.resolve("docs/platforms.md"));
        Map<String, String> versions = Map.of(
                "io.github.musicgen:[a-z-]+:", System.getProperty("project.version"),
                "<artifactId>musicgen-models</artifactId>\\s+<version>", System.getProperty("project.version"),
                "org.nd4j:[a-z0-9-]+:", System.getProperty("deeplearning4j.version"),
                "ND4J ", System.getProperty("deeplearning4j.version"),
                "org.bytedeco:javacpp:", System.getProperty("javacpp.version"),
                "JavaCPP ", System.getProperty("javacpp.version"),
                "org.bytedeco:openblas:", System.getProperty("openblas.version"),
                "OpenBLAS\\s", System.getProperty("openblas.version").replaceFirst("-.*", ""),
                "org.slf4j:[a-z0-9-]+:", System.getProperty("slf4j.version"),
                "SLF4J ", System.getProperty("slf4j.version").replaceFirst("\\.\\d+$", ""));
        versions.forEach((before, version) -> assertThat(Pattern.compile(before + "(\\d[\\w.-]*[\\w])")
                        .matcher(platforms)
                        .results()
                        .map(found -> found.group(1)))
                .as(before)
                .isNotEmpty()
                .containsOnly(version));
        String rest = platforms;
        for (String version : versions.values()) {
            rest = rest.replace(version, "");
        }
        assertThat(Pattern.compile("\\d+\\.\\d+[\\w.-]*")
                        .matcher(rest)
                        .results()
                        .map(MatchResult::group))
                .as("versions that nothing above holds")
                .isEmpty();
    }

    @Test
    void options_areThoseOfTheCommandsNextToThem() throws Exception {
        String readme = Files.readString(ROOT.resolve(README));
        List<MatchResult> rows = Pattern.compile("^\\| `(\\w+)[ `].*", Pattern.MULTILINE)
                .matcher(commandTable(readme))
                .results()
                .toList();
        assertThat(rows)
                .extracting(row -> row.group(1))
                .containsExactlyInAnyOrderElementsOf(ALL.getSubcommands().keySet());
        for (MatchResult row : rows) {
            Pattern.compile("--[a-z]+(-[a-z]+)*")
                    .matcher(row.group())
                    .results()
                    .forEach(option -> assertThat(spec(row.group(1)).findOption(option.group()))
                            .as(row.group())
                            .isNotNull());
        }
        for (String command : List.of("convert", "melody", "score", "continue")) {
            assertThat(spec(command).optionsMap()).containsKeys("--repair", "--tune");
        }
        assertThat(MusicFormat.values())
                .flatExtracting(MusicFormat::extensions)
                .allSatisfy(extension -> assertThat(readme).contains(extension));
    }

    private static String commandTable(String readme) {
        int start = readme.indexOf("| command | what it does |");
        return readme.substring(start, readme.indexOf("\n\n", start));
    }

    /** What stands in backquotes and begins with a command has options of that command alone. */
    @Test
    void optionsInDocs_areThoseOfTheirCommands() throws Exception {
        for (Path page : PageCode.pages(ROOT).toList()) {
            Pattern.compile("`(?:musicgen\\s)?([a-z]+)\\s([^`]*--[^`]*)`")
                    .matcher(read(ROOT.resolve(page)))
                    .results()
                    .filter(code -> isCommand(code.group(1)))
                    .forEach(code -> Pattern.compile("--[a-z][a-z0-9-]*")
                            .matcher(code.group(2))
                            .results()
                            .forEach(option -> assertThat(
                                            spec(code.group(1), code.group(2)).findOption(option.group()))
                                    .as(page + ": " + code.group())
                                    .isNotNull()));
        }
    }

    private static boolean isCommand(String word) {
        return ALL.getSubcommands().containsKey(word);
    }

    /** Of the command, or of that below it which the next word names. */
    private static CommandSpec spec(String command, String rest) {
        CommandSpec spec = spec(command);
        CommandLine below = spec.subcommands().get(rest.strip().replaceFirst("\\s.*", ""));
        return below == null ? spec : below.getCommandSpec();
    }

    private static CommandSpec spec(String command) {
        CommandLine found = ALL.getSubcommands().get(command);
        return Objects.requireNonNull(found, command).getCommandSpec();
    }

    @Test
    void readmesJavaCode_writesWhatItSays() throws Exception {
        prepareFolder();
        runJava(README);

        assertThat(folder.resolve("continued.mid")).isNotEmptyFile();
        assertThat(folder.resolve("tunes.safetensors")).isNotEmptyFile();
        assertThat(folder.resolve("song.svg")).isNotEmptyFile();
        assertThat(folder.resolve("melody-1.mid")).isNotEmptyFile();
    }

    static Stream<Path> pagesWithCode() throws Exception {
        return PageCode.pages(ROOT).filter(page -> !page.equals(README)).filter(ReadmeIT::hasCode);
    }

    private static boolean hasCode(Path page) {
        try {
            List<String> languages = new PageCode(ROOT.resolve(page)).languages();
            return languages.contains("sh") || languages.contains("java");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** First the commands, then the Java code, which may use what the commands made. */
    @ParameterizedTest
    @MethodSource("pagesWithCode")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the pages show commands for sh")
    void pageOfDocs_doesWhatItTells(Path page) throws Exception {
        PageCode code = new PageCode(ROOT.resolve(page));
        prepareFolder();
        Path script = Files.writeString(folder.resolve("commands.sh"), code.script());

        run(page, folder, "sh", "-eux", script.toString());
        for (String module : code.modules()) {
            compileModule(page, module);
        }
        runJava(page);
    }

    @Test
    void blocksOfPages_areOfKindsThatThisTestKnows() throws Exception {
        for (Path page : PageCode.pages(ROOT).toList()) {
            assertThat(new PageCode(ROOT.resolve(page)).languages())
                    .as(page.toString())
                    .isSubsetOf("sh", "java", "xml", "kotlin", "text");
        }
    }

    /** What the pages suppose that their readers have. */
    private void prepareFolder() throws IOException {
        Files.copy(MODEL, folder.resolve("attention_rnn.mag")); // what a file is is told by its content
        MusicFiles.write(MusicFiles.read(ROOT.resolve(TUNE)), folder.resolve("song.mxl"));
        MusicFiles.write(MusicFiles.read(ROOT.resolve(TUNE)), folder.resolve("song.mid"));
        SmallModels.magentaJsDrums(folder.resolve("drums_2bar_lokl_small"), 1);
        MusicFiles.write(SampleMusic.beat(), folder.resolve("beat.mid"));
        Path tunes = Files.createDirectory(folder.resolve("tunes"));
        for (int seed = 0; seed < 12; seed++) {
            MusicFiles.write(SampleMusic.tune(seed), tunes.resolve("tune" + seed + ".mid"));
        }
        Path beats = Files.createDirectory(folder.resolve("beats"));
        for (int seed = 0; seed < 12; seed++) {
            MusicFiles.write(SampleMusic.beat(seed), beats.resolve("beat" + seed + ".mid"));
        }
    }

    private void runJava(Path page) throws Exception {
        String program = new PageCode(ROOT.resolve(page)).program("Page");
        if (program.isEmpty()) {
            return;
        }
        Path source = Files.writeString(folder.resolve("Page.java"), program);
        Path classes = folder.resolve("page");
        String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
        compile(page, "-proc:none", "-cp", classPath, "-d", classes.toString(), source.toString());
        run(page, folder, JAVA, "-cp", classPath, "Page");
    }

    private void compileModule(Path page, String module) throws Exception {
        Path source = Files.writeString(folder.resolve("module-info.java"), module);
        String modulePath = Stream.of("representation", "midi", "api")
                .map(name -> "musicgen-" + name + "-" + System.getProperty("project.version") + ".jar")
                .map(jar -> APPLICATION.resolve("lib").resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
        String classes = folder.resolve("classes").toString();
        compile(page, "--module-path", modulePath, "-d", classes, source.toString());
    }

    /** In this JVM, where the compiler is warm from the page before. */
    private static void compile(Path page, String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments);
        assertThat(status)
                .as(() -> page + ": " + said.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    /** Runs a program to its end, with {@code musicgen} and the JDK on the path, and gives what it printed. */
    private String run(Path page, Path directory, String... command) throws Exception {
        Path printed = folder.resolve("printed");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        String path = builder.environment().getOrDefault("PATH", "");
        builder.environment()
                .put(
                        "PATH",
                        String.join(
                                File.pathSeparator, APPLICATION.resolve("bin").toString(), JDK.toString(), path));
        builder.environment().put("JAVA_TOOL_OPTIONS", SHORT_LIVED);
        assertThat(builder.start().waitFor())
                .as(() -> page + " ended with\n" + end(read(printed)))
                .isZero();
        return read(printed);
    }

    private static String end(String printed) {
        return printed.substring(Math.max(0, printed.length() - MOST_SHOWN));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
