package io.github.musicgen.midi.musicxml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a score, partwise or timewise. */
final class ScoreReader {
    private final XmlCursor xml;
    private final Notices notices;
    private final Map<String, PartDeclaration> declarations = new LinkedHashMap<>();
    private final Map<String, PartReader> parts = new LinkedHashMap<>();
    private String workTitle = "";
    private String movementTitle = "";

    private ScoreReader(XmlCursor xml, Notices notices) {
        this.xml = xml;
        this.notices = notices;
    }

    static Score read(byte[] document, Notices notices) throws MalformedMusicXmlException {
        XmlCursor xml = XmlCursor.atRoot(document);
        ScoreReader reader = new ScoreReader(xml, notices);
        switch (xml.name()) {
            case "score-partwise" -> xml.children(reader::readPartwise);
            case "score-timewise" -> xml.children(reader::readTimewise);
            default ->
                throw xml.fault(
                        "root element must be score-partwise or score-timewise, but was \"" + xml.name() + "\"");
        }
        xml.finish();
        return reader.score();
    }

    private Score score() {
        List<ScorePart> scoreParts =
                parts.values().stream().map(PartReader::part).toList();
        return new Score(movementTitle.isEmpty() ? workTitle : movementTitle, scoreParts);
    }

    private void readPartwise(String name) throws MalformedMusicXmlException {
        if (name.equals("part")) {
            if (parts.containsKey(xml.attribute("id", ""))) {
                throw xml.fault("part \"" + xml.attribute("id", "") + "\" stands here a second time");
            }
            PartReader part = enterPart();
            xml.children(child -> {
                if (child.equals("measure")) {
                    readMeasure(part);
                }
            });
            xml.enterPart("");
        } else {
            readHeader(name);
        }
    }

    private void readTimewise(String name) throws MalformedMusicXmlException {
        if (name.equals("measure")) {
            String number = xml.attribute("number", "");
            boolean implicit = xml.attributeIs("implicit", "yes");
            xml.enterMeasure(number);
            xml.children(child -> {
                if (child.equals("part")) {
                    enterPart().readMeasure(implicit);
                    xml.enterPart("");
                }
            });
            xml.enterMeasure("");
        } else {
            readHeader(name);
        }
    }

    private PartReader enterPart() {
        String id = xml.attribute("id", "");
        xml.enterPart(id);
        return parts.computeIfAbsent(
                id,
                key -> new PartReader(
                        xml,
                        notices,
                        Objects.requireNonNullElseGet(declarations.get(key), () -> PartDeclaration.unknown(key))));
    }

    private void readMeasure(PartReader part) throws MalformedMusicXmlException {
        xml.enterMeasure(xml.attribute("number", ""));
        part.readMeasure(xml.attributeIs("implicit", "yes"));
        xml.enterMeasure("");
    }

    private void readHeader(String name) throws MalformedMusicXmlException {
        switch (name) {
            case "work" ->
                xml.children(child -> {
                    if (child.equals("work-title")) {
                        workTitle = xml.text();
                    }
                });
            case "movement-title" -> movementTitle = xml.text();
            case "part-list" -> declarations.putAll(PartListReader.read(xml, notices));
            default -> {}
        }
    }
}
