package io.github.musicgen.examples.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page as it is written: its title, what in it can be linked to, and where its own links lead. */
final class MarkdownPage {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final Pattern LINK_IN_HTML = Pattern.compile("(?<=\\s(?:href|src|srcset)=\")[^\"]*");

    private final Path file;
    private final String markdown;

    private MarkdownPage(Path file, String markdown) {
        this.file = file;
        this.markdown = markdown;
    }

    static MarkdownPage read(Path file) throws IOException {
        return new MarkdownPage(file, Files.readString(file));
    }

    /** Whether a file is such a page. */
    static boolean isPage(Path file) {
        return file.toString().endsWith(".md");
    }

    Path file() {
        return file;
    }

    /** Its first heading, or the name of its file. */
    String title() {
        List<String> headings = headings(PARSER.parse(markdown));
        return headings.isEmpty() ? String.valueOf(file.getFileName()) : headings.get(0);
    }

    /** What can stand behind a number sign in a link to it. */
    Set<String> anchors() {
        IdGenerator ids = IdGenerator.builder().build();
        Set<String> anchors = new LinkedHashSet<>();
        headings(PARSER.parse(markdown)).forEach(heading -> anchors.add(ids.generateId(heading)));
        return anchors;
    }

    /** Where its links and pictures lead, as it is written. */
    List<String> links() {
        List<String> links = new ArrayList<>();
        relink(link -> {
            links.add(link);
            return link;
        });
        return links;
    }

    /** As HTML, with other links. */
    String toHtml(UnaryOperator<String> newLinks) {
        return RENDERER.render(relink(newLinks));
    }

    /** The text and the destination of each link, in order. */
    List<Link> namedLinks() {
        List<Link> links = new ArrayList<>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link);
            }
        });
        return links;
    }

    /** What somebody reads in a piece of a page. */
    static String text(Node piece) {
        StringBuilder text = new StringBuilder();
        piece.accept(new AbstractVisitor() {
            @Override
            public void visit(Text literal) {
                text.append(literal.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }
        });
        return text.toString();
    }

    private static List<String> headings(Node document) {
        List<String> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(text(heading));
            }
        });
        return headings;
    }

    private Node relink(UnaryOperator<String> newLinks) {
        Node document = PARSER.parse(markdown);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                link.setDestination(newLinks.apply(link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination(newLinks.apply(image.getDestination()));
                visitChildren(image);
            }

            @Override
            public void visit(HtmlBlock block) {
                block.setLiteral(inHtml(block.getLiteral(), newLinks));
            }

            @Override
            public void visit(HtmlInline inline) {
                inline.setLiteral(inHtml(inline.getLiteral(), newLinks));
            }
        });
        return document;
    }

    private static String inHtml(String html, UnaryOperator<String> newLinks) {
        return LINK_IN_HTML.matcher(html).replaceAll(link -> Matcher.quoteReplacement(newLinks.apply(link.group())));
    }
}
