package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.PartDeclaration;
import io.github.musicgen.midi.musicxml.score.PartDeclaration.MidiInstrument;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the part list. */
final class PartListReader {
    private static final int CHANNELS = 16;
    private static final int PROGRAMS = 128;

    private final XmlCursor xml;
    private final Notices notices;
    private final Map<String, PartDeclaration> parts = new LinkedHashMap<>();

    private PartListReader(XmlCursor xml, Notices notices) {
        this.xml = xml;
        this.notices = notices;
    }

    /** Reads the element that the cursor stands at. */
    static Map<String, PartDeclaration> read(XmlCursor xml, Notices notices) throws MalformedMusicXmlException {
        PartListReader reader = new PartListReader(xml, notices);
        xml.children(name -> {
            if (name.equals("score-part")) {
                reader.readPart();
            }
        });
        return reader.parts;
    }

    private void readPart() throws MalformedMusicXmlException {
        String id = xml.attribute("id", "");
        String[] partName = {""};
        List<MidiInstrument> instruments = new ArrayList<>();
        xml.enterPart(id);
        xml.children(name -> {
            switch (name) {
                case "part-name" -> partName[0] = xml.text();
                case "midi-instrument" -> instruments.add(readInstrument());
                default -> {}
            }
        });
        xml.enterPart("");
        parts.put(id, new PartDeclaration(id, partName[0], List.copyOf(instruments)));
    }

    private MidiInstrument readInstrument() throws MalformedMusicXmlException {
        String id = xml.attribute("id", "");
        int[] channelProgramUnpitched = new int[3];
        xml.children(name -> {
            switch (name) {
                case "midi-channel" -> channelProgramUnpitched[0] = number(CHANNELS);
                case "midi-program" -> channelProgramUnpitched[1] = number(PROGRAMS);
                case "midi-unpitched" -> channelProgramUnpitched[2] = number(PROGRAMS);
                default -> {}
            }
        });
        return new MidiInstrument(
                id, channelProgramUnpitched[0], channelProgramUnpitched[1], channelProgramUnpitched[2]);
    }

    /** A number that counts from 1; 0 if it is out of range, as some programs write it. */
    private int number(int max) throws MalformedMusicXmlException {
        String element = xml.name();
        ScorePlace place = xml.place();
        Fraction value = Fraction.parse(xml.text());
        if (value != null && value.denominator() == 1 && value.numerator() >= 1 && value.numerator() <= max) {
            return (int) value.numerator();
        }
        notices.add(place, element + " is not within 1.." + max + "; ignored");
        return 0;
    }
}
