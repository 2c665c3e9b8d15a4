package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.format.Excerpt;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.PartDeclaration;
import io.github.musicgen.midi.musicxml.score.Score;
import io.github.musicgen.midi.musicxml.score.ScorePart;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a score, partwise or timewise. */
public final class ScoreReader {
    /** How many measures all parts together may have or leave out, however little is written. */
    private static final long LEAST_PLACES = 1_000_000;

    private static final long PLACES_PER_WRITTEN = 10;

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

    public static Score read(byte[] document, Notices notices) throws MalformedMusicXmlException {
        XmlCursor xml = XmlCursor.atRoot(document);
        ScoreReader reader = new ScoreReader(xml, notices);
        switch (xml.name()) {
            case "score-partwise" -> xml.children(reader::readPartwise);
            case "score-timewise" -> xml.children(reader::readTimewise);
            default ->
                throw xml.fault(
                        "root element must be score-partwise or score-timewise, but was " + Excerpt.quoted(xml.name()));
        }
        xml.finish();
        return reader.score();
    }

    private Score score() throws MalformedMusicXmlException {
        List<ScorePart> scoreParts =
                parts.values().stream().map(PartReader::part).toList();
        Score score = new Score(movementTitle.isEmpty() ? workTitle : movementTitle, scoreParts);
        requireFilled(score);
        return score;
    }

    /** Parts are played measure by measure, all of them: what they leave out takes time as well. */
    private static void requireFilled(Score score) throws MalformedMusicXmlException {
        long written =
                score.parts().stream().mapToLong(part -> part.measures().size()).sum();
        long most = LEAST_PLACES + PLACES_PER_WRITTEN * written;
        long places = (long) score.parts().size() * score.measureCount();
        if (places > most) {
            throw new MalformedMusicXmlException(
                    ScorePlace.WHOLE_FILE,
                    "parts times measures must be at most " + most + " where " + written
                            + " measures are written, but are " + score.parts().size() + " times "
                            + score.measureCount());
        }
    }

    private void readPartwise(String name) throws MalformedMusicXmlException {
        if (name.equals("part")) {
            if (parts.containsKey(xml.attribute("id", ""))) {
                throw xml.fault("part " + Excerpt.quoted(xml.attribute("id", "")) + " stands here a second time");
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
