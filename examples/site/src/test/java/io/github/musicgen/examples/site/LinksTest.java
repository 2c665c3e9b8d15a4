package io.github.musicgen.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No link of README and docs, and of the pages beside examples, is dead. Links to other sites are not looked at: a build needs no network. */
class LinksTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path START = ROOT.resolve("docs/index.md");

    /** Names of files in running text; what a build makes may be missing. */
    private static final Pattern FILE = Pattern.compile("`((?:docs|examples|musicgen-\\w+|\\.ci)/[\\w./-]+)`");

    static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> examples = Files.walk(ROOT.resolve("examples"), 2)) {
            return Stream.of(top, docs, examples)
                    .flatMap(files -> files)
                    .filter(MarkdownPage::isPage)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_leadToFilesAndHeadings(Path page) throws Exception {
        List<String> dead = new ArrayList<>();
        for (String link : MarkdownPage.read(page).links()) {
            Optional<Target> target = Target.of(page, link);
            if (target.isPresent() && !isThere(target.get())) {
                dead.add(link);
            }
        }
        assertThat(dead).as(page.toString()).isEmpty();
    }

    private static boolean isThere(Target target) throws IOException {
        if (!target.file().startsWith(ROOT) || !Files.exists(target.file())) {
            return false;
        }
        return target.anchor().isEmpty()
                || (MarkdownPage.isPage(target.file())
                        && MarkdownPage.read(target.file()).anchors().contains(target.anchor()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void filesInText_areThere(Path page) throws Exception {
        assertThat(FILE.matcher(Files.readString(page)).results().map(name -> name.group(1)))
                .filteredOn(name -> !name.contains("/target/"))
                .as(page.toString())
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).exists());
    }

    @Test
    void pages_areReachedFromTheFirst() throws Exception {
        Set<Path> reached = new HashSet<>(Set.of(START));
        Deque<Path> waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty()) {
            Path page = waiting.remove();
            for (String link : MarkdownPage.read(page).links()) {
                for (Path next : pagesOf(Target.of(page, link))) {
                    if (reached.add(next)) {
                        waiting.add(next);
                    }
                }
            }
        }
        assertThat(reached).containsAll(pages());
    }

    /** The page itself, or all of a folder. */
    private static List<Path> pagesOf(Optional<Target> target) throws IOException {
        if (target.isEmpty() || !Files.exists(target.get().file())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(target.get().file())) {
            return files.filter(MarkdownPage::isPage).toList();
        }
    }

    @Test
    void anchors_areThoseOfGitHub() throws Exception {
        assertThat(MarkdownPage.read(ROOT.resolve("docs/platforms.md")).anchors())
                .contains("maven", "why-this-openblas");
        assertThat(MarkdownPage.read(ROOT.resolve("docs/bundle-format.md")).anchors())
                .contains("reading-in-this-order");
    }
}
