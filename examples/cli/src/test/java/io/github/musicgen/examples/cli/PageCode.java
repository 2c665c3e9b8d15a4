package io.github.musicgen.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a page tells its readers to type: one of Markdown, or the overview of the Javadoc. */
final class PageCode {
    /** Ends a command that a test cannot run, with the reason behind it: readers see it, too. */
    static final String NOT_TESTED = "# not tested: ";

    private static final Pattern FENCE = Pattern.compile("^```(.*)\n((?s:.*?))^```$", Pattern.MULTILINE);
    private static final Pattern FENCE_IN_JAVADOC =
            Pattern.compile("<pre>\\{@code\n((?s:.*?))^\\}</pre>$", Pattern.MULTILINE);
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

    private final List<Block> blocks;

    PageCode(Path page) throws IOException {
        String text = Files.readString(page);
        Stream<Block> javadoc =
                FENCE_IN_JAVADOC.matcher(text).results().map(fence -> new Block("java", fence.group(1)));
        Stream<Block> markdown = FENCE.matcher(text).results().map(fence -> new Block(fence.group(1), fence.group(2)));
        blocks = (page.toString().endsWith(".html") ? javadoc : markdown).toList();
    }

    /** The pages that there are, from the root of the repository. */
    static Stream<Path> pages(Path root) throws IOException {
        Stream<Path> others = Stream.of(
                        "README.md", "examples/web/README.md", "examples/site/src/main/javadoc/overview.html")
                .map(root::resolve);
        try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
            List<Path> pages = docs.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(others, pages.stream()).map(root::relativize);
        }
    }

    List<String> languages() {
        return blocks.stream().map(Block::language).toList();
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
        return blocks.stream().filter(block -> block.language.equals(language)).map(Block::code);
    }

    private record Block(String language, String code) {}
}
