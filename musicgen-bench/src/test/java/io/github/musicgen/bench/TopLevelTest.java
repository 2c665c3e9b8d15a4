package io.github.musicgen.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Nothing slips into the top of the repository that the chapter on its layout does not name. */
class TopLevelTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String ABOUT_MODULES = "The modules of the parent's";
    private static final String ABOUT_OTHERS = "At the top of the repository stand";

    @Test
    void trackedTopLevel_isExactlyTheDocumentedOne() throws Exception {
        Set<String> tracked = tracked();
        assumeTrue(!tracked.isEmpty(), "there is no git, or the sources are not under it");

        Set<String> documented = named(ABOUT_MODULES);
        documented.addAll(named(ABOUT_OTHERS));
        documented.removeAll(Set.of("dependencyManagement", "TopLevelTest"));
        assertThat(tracked).containsExactlyInAnyOrderElementsOf(documented);
    }

    private static Set<String> tracked() throws IOException, InterruptedException {
        Process git;
        try {
            git = new ProcessBuilder("git", "-c", "core.quotePath=false", "ls-files")
                    .directory(ROOT.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            return Set.of();
        }
        String paths = new String(git.getInputStream().readAllBytes(), UTF_8);
        return git.waitFor() == 0
                ? paths.lines().map(path -> path.replaceFirst("/.*", "")).collect(Collectors.toSet())
                : Set.of();
    }

    /** What stands in backquotes in the paragraph of the layout that begins so. */
    private static Set<String> named(String beginning) throws IOException {
        String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        int start = text.indexOf(beginning);
        assertThat(start).as(beginning).isNotNegative();
        return Pattern.compile("`([^`]+)`")
                .matcher(text.substring(start, text.indexOf("\n\n", start)))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
