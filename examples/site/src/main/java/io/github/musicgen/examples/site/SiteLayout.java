package io.github.musicgen.examples.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the files of the repository lie in the site: those of docs at its top, all others below {@code repository}. Pages become HTML,
 * folders become a page that lists them.
 *
 * @param root the root of the repository
 */
record SiteLayout(Path root) {

    Path docs() {
        return root.resolve("docs");
    }

    /** The first page. */
    Path start() {
        return docs().resolve("index.md");
    }

    boolean isInRepository(Path file) {
        return file.startsWith(root) && Files.exists(file);
    }

    Path place(Path file) {
        Path place = file.startsWith(docs())
                ? docs().relativize(file)
                : Path.of("repository").resolve(root.relativize(file));
        if (Files.isDirectory(file)) {
            return place.resolve("index.html");
        }
        return MarkdownPage.isPage(file) ? Path.of(place.toString().replaceFirst("md$", "html")) : place;
    }

    /** A link from what is made of one file to what is made of another. */
    String link(Path from, Path to) {
        return linkTo(from, place(to));
    }

    /** A link from what is made of a file to a place in the site. */
    String linkTo(Path from, Path place) {
        Path folder = Objects.requireNonNullElse(place(from).getParent(), Path.of(""));
        return folder.relativize(place).toString().replace('\\', '/');
    }
}
