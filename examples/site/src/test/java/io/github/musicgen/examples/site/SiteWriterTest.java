package io.github.musicgen.examples.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|srcset)=\"([^\"]*)\"");

    @TempDir
    private static Path site;

    @BeforeAll
    static void write() throws Exception {
        SiteWriter.main(new String[] {"../..", site.toString()});
    }

    @Test
    void links_leadToFilesAndPlacesOfTheSite() throws Exception {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : links(page)) {
                Optional<Target> target = Target.of(page, link);
                if (target.isPresent() && !isThere(target.get())) {
                    dead.add(site.relativize(page) + ": " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(site)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private static boolean isThere(Target target) throws IOException {
        return Files.isRegularFile(target.file())
                && target.file().startsWith(site)
                && (target.anchor().isEmpty()
                        || Files.readString(target.file()).contains("id=\"" + target.anchor() + "\""));
    }

    @Test
    void pages_haveTitleNavigationAndContent() throws Exception {
        assertThat(Files.readString(site.resolve("platforms.html")))
                .contains("<title>Training on your platform - musicgen</title>")
                .contains("<a href=\"platforms.html\" aria-current=\"page\">")
                .contains("<div class=\"wide\"><table>")
                .doesNotContain("${");
        assertThat(site.resolve("index.html")).isNotEmptyFile();
        assertThat(site.resolve("repository/README.html")).isNotEmptyFile();
        assertThat(site.resolve("decisions/index.html")).isNotEmptyFile();
        assertThat(site.resolve("models/samples/folk-1.svg")).isNotEmptyFile();
    }
}
