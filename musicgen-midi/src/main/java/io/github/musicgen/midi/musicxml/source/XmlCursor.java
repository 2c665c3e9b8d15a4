package io.github.musicgen.midi.musicxml.source;

import io.github.musicgen.midi.format.Excerpt;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks over an XML document, element by element, and knows where it is.
 *
 * <p>A document type line is passed over; nothing that it names is ever opened. One with declarations of its own is refused, and
 * so is every entity but the five that XML itself has: bombs and peeping files are built of nothing else.
 */
public final class XmlCursor {
    /** The deepest nesting; MusicXML needs about a dozen levels. */
    static final int MAX_DEPTH = 64;

    /** What to do at a child element. What it leaves of the element unread is skipped. */
    @FunctionalInterface
    public interface ChildHandler {
        void at(String name) throws MalformedMusicXmlException;
    }

    private final XMLStreamReader reader;
    private int depth;
    private String part = "";
    private String measure = "";

    private XmlCursor(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** A cursor at the root element of a document. */
    public static XmlCursor atRoot(byte[] document) throws MalformedMusicXmlException {
        Reader characters = XmlEncoding.decode(document);
        XmlCursor cursor;
        try {
            cursor = new XmlCursor(factory().createXMLStreamReader(characters));
        } catch (XMLStreamException | RuntimeException e) {
            throw new MalformedMusicXmlException(ScorePlace.WHOLE_FILE, problemOf(e));
        }
        cursor.advanceTo(XMLStreamConstants.START_ELEMENT);
        return cursor;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** The name of the element that the cursor stands at. */
    public String name() {
        return reader.getLocalName();
    }

    @Nullable
    public String attribute(String name) {
        return reader.getAttributeValue(null, name);
    }

    public String attribute(String name, String fallback) {
        return Objects.requireNonNullElse(attribute(name), fallback);
    }

    public boolean attributeIs(String name, String value) {
        return value.equals(attribute(name));
    }

    /** Visits the children of the element that the cursor stands at, and ends behind it. */
    public void children(ChildHandler handler) throws MalformedMusicXmlException {
        int parent = depth;
        while (nextChild()) {
            handler.at(name());
            leave(parent + 1);
        }
    }

    /** The text of the element that the cursor stands at, without white space around it; ends behind the element. */
    public String text() throws MalformedMusicXmlException {
        int element = depth;
        StringBuilder text = new StringBuilder();
        while (depth >= element) {
            int event = next();
            if (depth == element && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text.append(reader.getText());
            }
        }
        return text.toString().strip();
    }

    /** The whole number in the element that the cursor stands at. */
    public int integer(int min, int max) throws MalformedMusicXmlException {
        String element = name();
        String text = text();
        try {
            int value = Integer.parseInt(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the one message for both faults.
        }
        throw fault(element + " must be a whole number, " + min + ".." + max + ", but was " + Excerpt.quoted(text));
    }

    /** The number in the element that the cursor stands at, exactly. */
    public Fraction fraction(Fraction min, Fraction max) throws MalformedMusicXmlException {
        String element = name();
        String text = text();
        Fraction value = Fraction.parse(text);
        if (value == null || value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw fault(element + " must be a number, " + min + ".." + max + ", but was " + Excerpt.quoted(text));
        }
        return value;
    }

    /** Reads what follows the root element, of which there must be nothing. */
    public void finish() throws MalformedMusicXmlException {
        advanceTo(XMLStreamConstants.END_DOCUMENT);
    }

    public void enterPart(String id) {
        part = id;
    }

    public void enterMeasure(String number) {
        measure = number;
    }

    public ScorePlace place() {
        Location location = reader.getLocation();
        return new ScorePlace(
                Math.max(0, location.getLineNumber()), Math.max(0, location.getColumnNumber()), part, measure);
    }

    public MalformedMusicXmlException fault(String problem) {
        return new MalformedMusicXmlException(place(), problem);
    }

    /** Moves to the next child, or behind the element if there is none. */
    private boolean nextChild() throws MalformedMusicXmlException {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT);
        return event == XMLStreamConstants.START_ELEMENT;
    }

    private void advanceTo(int wanted) throws MalformedMusicXmlException {
        int event;
        do {
            event = next();
        } while (event != wanted);
    }

    private void leave(int element) throws MalformedMusicXmlException {
        while (depth >= element) {
            next();
        }
    }

    private int next() throws MalformedMusicXmlException {
        int event = nextEvent();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enterElement();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD -> requireNoDeclarations();
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw fault("entity " + Excerpt.quoted(reader.getLocalName()) + " is not one of the five that XML has");
            default -> {}
        }
        return event;
    }

    private int nextEvent() throws MalformedMusicXmlException {
        try {
            return reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser lets some of its own runtime exceptions out on broken input.
            throw fault(problemOf(e));
        }
    }

    private void enterElement() throws MalformedMusicXmlException {
        depth++;
        if (depth > MAX_DEPTH) {
            throw fault("elements must be nested at most " + MAX_DEPTH + " deep");
        }
    }

    private void requireNoDeclarations() throws MalformedMusicXmlException {
        String text = reader.getText();
        // With its support for document types off, the JDK's parser keeps little more of declarations than the bracket
        // behind them.
        if (text != null && text.replaceAll("\\s", "").endsWith("]>")) {
            throw fault("a document type with declarations of its own is not read");
        }
    }

    /** The JDK's message repeats the place in front; it is cut off. */
    private static String problemOf(Exception e) {
        if (e instanceof XMLStreamException wrapper
                && wrapper.getNestedException() instanceof CharacterCodingException) {
            return "not well-formed XML: a byte that is no character in the encoding of the file";
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.toString());
        String marker = "Message: ";
        int start = message.indexOf(marker);
        return "not well-formed XML: "
                + Excerpt.ofMessage(start < 0 ? message : message.substring(start + marker.length()));
    }
}
