package io.github.musicgen.representation.picture;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture as the XML parser of the JDK reads it. */
final class Svg {
    private final Document document;

    private Svg(Document document) {
        this.document = document;
    }

    static Svg parse(PianoRollSvg picture) {
        return parse(picture.svg());
    }

    static Svg parse(String text) {
        try {
            return new Svg(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text))));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + text.substring(0, Math.min(400, text.length())), e);
        }
    }

    Element root() {
        return document.getDocumentElement();
    }

    List<Element> all(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** The contents of all texts, in the order of the document. */
    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    /** The rectangles of notes, in the order of the document. */
    List<Element> notes() {
        return all("rect").stream()
                .filter(rect -> parent(parent(rect)).getAttribute("class").equals("roll-notes"))
                .toList();
    }

    /** The rectangles of notes of one color. */
    List<Element> notes(Ink ink, Theme theme) {
        return notes().stream()
                .filter(note -> IntStream.rangeClosed(0, Shade.LOUDEST)
                        .anyMatch(
                                level -> parent(note).getAttribute("fill").equals(new Shade(ink, level).color(theme))))
                .toList();
    }

    static Element parent(Element element) {
        return element.getParentNode() instanceof Element parent ? parent : element;
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
