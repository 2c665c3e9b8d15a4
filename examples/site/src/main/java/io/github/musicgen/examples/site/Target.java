package io.github.musicgen.examples.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a link of a page leads, if it stays in the repository.
 *
 * @param file the file or the folder
 * @param anchor the place in it; empty if the link names none
 */
record Target(Path file, String anchor) {

    /** Follows a link; nothing if it leads to another site. */
    static Optional<Target> of(Path page, String link) {
        if (link.matches("[a-z]+:.*")) {
            return Optional.empty();
        }
        int sign = link.indexOf('#');
        String name = URLDecoder.decode(sign < 0 ? link : link.substring(0, sign), StandardCharsets.UTF_8);
        Path file = name.isEmpty() ? page : page.resolveSibling(name).normalize();
        return Optional.of(new Target(file, sign < 0 ? "" : link.substring(sign + 1)));
    }
}
