package io.github.musicgen.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page of Markdown tells its readers to type. */
final class PageCode {
    /** Ends a command that a test cannot run, with the reason behind it: readers see it, too. */
    static final String NOT_TESTED = "# not tested: ";

    private static final Pattern FENCE = Pattern.compile("^```(.*)\n((?s:.*?))^```$", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import .*;\n", Pattern.MULTILINE);
    private static final String MODULE = "module ";

    private static final List<String> IMPORTS = List.of(
            "io.github.musicgen.api",
            "io.github.musicgen.api.bundle",
            "io.github.musicgen.api.engine",
            "io.github.musicgen.api.explain",
            "io.github.musicgen.api.importer",
            "io.github.musicgen.api.melodyrnn",
            "io.github.musicgen.api.random",
            "io.github.musicgen.api.sampling",
            "io.github.musicgen.midi",
            "io.github.musicgen.midi.files",
            "io.github.musicgen.models.corpus",
            "io.github.musicgen.models.training",
            "io.github.musicgen.representation.encoding",
            "io.github.musicgen.representation.melody",
            "io.github.musicgen.representation.picture",
            "io.github.musicgen.representation.sequence",
            "io.github.musicgen.representation.time",
            "java.nio.file",
            "java.util");

    private final String markdown;

    PageCode(Path page) throws IOException {
        markdown = Files.readString(page);
    }

    /** The pages that there are, from the root of the repository. */
    static Stream<Path> pages(Path root) throws IOException {
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            List<Path> pages = docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of(root.resolve("README.md")), pages.stream())
                    .map(root::relativize);
        }
    }

    List<String> languages() {
        return fences().map(fence -> fence.group(1)).toList();
    }

    /** All commands, as one script; those that cannot be tested are left out. */
    String script() {
        return code("sh")
                .flatMap(String::lines)
                .filter(line -> !line.contains(NOT_TESTED))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** All Java of the page, as one program; nothing if it has none. */
    String program(String name) {
        String code = code("java").filter(each -> !each.startsWith(MODULE)).collect(Collectors.joining());
        if (code.isEmpty()) {
            return "";
        }
        String imports = Stream.concat(
                        IMPORTS.stream().map(each -> "import " + each + ".*;\n"),
                        IMPORT.matcher(code).results().map(MatchResult::group))
                .collect(Collectors.joining());
        return imports + "class " + name + " {\n    public static void main(String[] arguments) throws Exception {\n"
                + IMPORT.matcher(code).replaceAll("") + "    }\n}\n";
    }

    /** Declarations of modules. */
    List<String> modules() {
        return code("java").filter(each -> each.startsWith(MODULE)).toList();
    }

    private Stream<String> code(String language) {
        return fences().filter(fence -> fence.group(1).equals(language)).map(fence -> fence.group(2));
    }

    private Stream<MatchResult> fences() {
        return FENCE.matcher(markdown).results();
    }
}
