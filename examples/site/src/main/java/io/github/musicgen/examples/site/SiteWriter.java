package io.github.musicgen.examples.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a site of {@code docs}: every page there, and what can be reached from these. The Javadoc that they lead to is not written here.
 */
public final class SiteWriter {
    private static final String TEMPLATE = resource("page.html");
    private static final String STYLE = resource("style.css");
    private static final Path JAVADOC = Path.of("apidocs", "index.html");

    private final SiteLayout layout;
    private final Path output;
    private final MarkdownPage start;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Set<Path> found = new HashSet<>();

    private SiteWriter(Path root, Path output) throws IOException {
        this.layout = new SiteLayout(root.toRealPath());
        this.output = output;
        this.start = MarkdownPage.read(layout.start());
    }

    /**
     * Writes the site.
     *
     * @param arguments the root of the repository, and the folder to write to
     * @throws IOException if something cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        new SiteWriter(Path.of(arguments[0]), Path.of(arguments[1])).write();
    }

    private void write() throws IOException {
        Files.createDirectories(output);
        Files.writeString(output.resolve("style.css"), STYLE);
        for (Path file : files(layout.docs())) {
            if (MarkdownPage.isPage(file)) {
                enqueue(file);
            }
        }
        while (!waiting.isEmpty()) {
            write(waiting.remove());
        }
    }

    private void write(Path file) throws IOException {
        Path place = output.resolve(layout.place(file));
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        if (Files.isDirectory(file)) {
            Files.writeString(place, page(file, folderName(file), listing(file)));
        } else if (MarkdownPage.isPage(file)) {
            MarkdownPage page = MarkdownPage.read(file);
            Files.writeString(place, page(file, page.title(), page.toHtml(link -> newLink(file, file, link))));
        } else {
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void enqueue(Path file) {
        if (found.add(file)) {
            waiting.add(file);
        }
    }

    /** A link that stands in one file, for the page that is made of another. */
    private String newLink(Path shown, Path written, String link) {
        Optional<Target> target = Target.of(written, link);
        if (target.isEmpty()) {
            return link;
        }
        Path file = target.get().file();
        if (!layout.isInRepository(file)) {
            throw new IllegalStateException(written + " links to " + link + ", which is not there");
        }
        enqueue(file);
        String anchor = target.get().anchor();
        return layout.link(shown, file) + (anchor.isEmpty() ? "" : "#" + anchor);
    }

    private String page(Path file, String title, String content) {
        return TEMPLATE.replace("${title}", escaped(title))
                .replace("${style}", layout.linkTo(file, Path.of("style.css")))
                .replace("${start}", layout.link(file, start.file()))
                .replace("${navigation}", navigation(file))
                .replace(
                        "${content}",
                        content.replace("<table>", "<div class=\"wide\"><table>")
                                .replace("</table>", "</table></div>"));
    }

    /** What the first page leads to, and the Javadoc. */
    private String navigation(Path file) {
        Stream<String> pages = start.namedLinks().stream()
                .filter(link -> Target.of(start.file(), link.getDestination()).isPresent())
                .map(link -> "<a href=\"%s\"%s>%s</a>"
                        .formatted(
                                newLink(file, start.file(), link.getDestination()),
                                isLinkTo(file, link.getDestination()) ? " aria-current=\"page\"" : "",
                                escaped(MarkdownPage.text(link))))
                .distinct();
        String javadoc = "<a href=\"%s\">Javadoc</a>".formatted(layout.linkTo(file, JAVADOC));
        return Stream.concat(pages, Stream.of(javadoc)).collect(Collectors.joining("\n"));
    }

    private boolean isLinkTo(Path file, String link) {
        return Target.of(start.file(), link)
                .filter(target -> target.file().equals(file))
                .isPresent();
    }

    private String listing(Path folder) throws IOException {
        StringBuilder list = new StringBuilder("<h1>" + escaped(folderName(folder)) + "</h1>\n<ul>\n");
        for (Path file : files(folder)) {
            enqueue(file);
            String name = MarkdownPage.isPage(file)
                    ? MarkdownPage.read(file).title()
                    : folder.relativize(file).toString();
            list.append("<li><a href=\"%s\">%s</a></li>\n".formatted(layout.link(folder, file), escaped(name)));
        }
        return list.append("</ul>\n").toString();
    }

    private static String folderName(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("target"))
                    .sorted()
                    .toList();
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(SiteWriter.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
