package io.github.musicgen.examples.web.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed browser.
 *
 * @param program the browser
 * @param driver what drives it
 */
record Chromium(Path program, Path driver) {
    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    /** Looks for one on the path. */
    static Optional<Chromium> find() {
        Optional<Path> program = PROGRAMS.stream()
                .map(Chromium::onPath)
                .flatMap(Optional::stream)
                .findFirst();
        Optional<Path> driver = onPath("chromedriver");
        return program.flatMap(found -> driver.map(itsDriver -> new Chromium(found, itsDriver)));
    }

    private static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
