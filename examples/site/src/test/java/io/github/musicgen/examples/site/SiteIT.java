package io.github.musicgen.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The site as it was made: pages and Javadoc. */
class SiteIT {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path SITE =
            Path.of(System.getProperty("site.directory")).toAbsolutePath();

    /** Javadoc's own page of constants links to a place that Javadoc does not make (JDK 17). */
    private static final Path CONSTANTS = Path.of("apidocs", "constant-values.html");

    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|srcset)=\"([^\"]*)\"");
    private static final Pattern PLACE = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern EXPORTS = Pattern.compile("exports ([\\w.]+);");

    private final Map<Path, Set<String>> places = new HashMap<>();

    @Test
    void links_leadToFilesAndPlacesOfTheSite() throws Exception {
        List<String> dead = new ArrayList<>();
        int followed = 0;
        for (Path page : pages()) {
            for (String link : all(LINK, page)) {
                Optional<Target> target = Target.of(page, link);
                if (target.isPresent()) {
                    followed++;
                    if (!isThere(target.get())) {
                        dead.add(SITE.relativize(page) + ": " + link);
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(followed).isGreaterThan(10_000);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(SITE)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.endsWith(CONSTANTS))
                    .toList();
        }
    }

    /** What a pattern finds in a page, as a browser understands it. */
    private static Set<String> all(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .map(text -> text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isThere(Target target) {
        String anchor = URLDecoder.decode(target.anchor(), StandardCharsets.UTF_8);
        return Files.isRegularFile(target.file())
                && target.file().startsWith(SITE)
                && (anchor.isEmpty()
                        || places.computeIfAbsent(target.file(), SiteIT::places).contains(anchor));
    }

    private static Set<String> places(Path page) {
        try {
            return all(PLACE, page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void pages_haveTitleNavigationAndContent() throws Exception {
        assertThat(Files.readString(SITE.resolve("platforms.html")))
                .contains("<title>Training on your platform - musicgen</title>")
                .contains("<a href=\"platforms.html\" aria-current=\"page\">")
                .contains("<a href=\"apidocs/index.html\">Javadoc</a>")
                .contains("<div class=\"wide\"><table>")
                .doesNotContain("${");
        assertThat(SITE.resolve("index.html")).isNotEmptyFile();
        assertThat(SITE.resolve("repository/README.html")).isNotEmptyFile();
        assertThat(SITE.resolve("decisions/index.html")).isNotEmptyFile();
        assertThat(SITE.resolve("models/samples/folk-1.svg")).isNotEmptyFile();
    }

    @Test
    void javadoc_beginsWithAnOverview_ofAllModules() throws Exception {
        assertThat(Files.readString(SITE.resolve("apidocs/index.html")))
                .contains("Where to begin", "Generator.load")
                .contains("musicgen-representation", "musicgen-midi", "musicgen-api", "musicgen-models")
                .contains("href=\"io/github/musicgen/api/Generator.html\"", "href=\"../index.html\"");
    }

    /** Those that modules export to everybody, and those of musicgen-models, which is none. */
    @Test
    void javadoc_tellsOfThePackagesForUsers_andOfNoOthers() throws Exception {
        Set<String> packages = new TreeSet<>();
        for (String module : List.of("representation", "midi", "api")) {
            String declaration =
                    Files.readString(ROOT.resolve("musicgen-" + module + "/src/main/java/module-info.java"));
            EXPORTS.matcher(declaration)
                    .results()
                    .map(exported -> exported.group(1))
                    .forEach(packages::add);
        }
        packages.addAll(packagesOf(ROOT.resolve("musicgen-models/src/main/java")));
        assertThat(Files.readAllLines(SITE.resolve("apidocs/element-list")))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    private static Set<String> packagesOf(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> sources.relativize(file.resolveSibling("")).toString())
                    .map(folder -> folder.replace('/', '.').replace('\\', '.'))
                    .collect(Collectors.toSet());
        }
    }
}
