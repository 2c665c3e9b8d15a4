package io.github.musicgen.examples.modulepath;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Maven that runs this test, once more.
 *
 * @param options what it is always told
 */
record OtherMaven(List<String> options) {

    /** As our build is run. */
    static OtherMaven asOurs() {
        return new OtherMaven(List.of("-Dmaven.repo.local=" + Programs.property("localRepository")));
    }

    /**
     * With an empty local repository in a folder and without a network: what it would load from Maven Central comes from the local
     * repository of our build.
     */
    static OtherMaven withoutNetwork(Path folder) throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.xml"), """
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
                        Path.of(Programs.property("localRepository")).toUri()));
        return new OtherMaven(
                List.of("--settings", settings.toString(), "-Dmaven.repo.local=" + localRepository(folder)));
    }

    static Path localRepository(Path folder) {
        return folder.resolve("repository");
    }

    /** Runs goals in a project, and gives what was printed. */
    String run(Path project, Map<String, String> environment, String... goals) throws Exception {
        Stream<String> command = Stream.concat(
                Stream.of(program().toString(), "--batch-mode", "--no-transfer-progress"), options.stream());
        return Programs.run(
                project,
                environment,
                Stream.concat(command, Arrays.stream(goals)).toArray(String[]::new));
    }

    private static Path program() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Path maven = Path.of(System.getProperty("maven.home", ""), "bin", windows ? "mvn.cmd" : "mvn");
        assumeTrue(Files.isRegularFile(maven), "needs Maven, but there is no " + maven);
        return maven;
    }
}
