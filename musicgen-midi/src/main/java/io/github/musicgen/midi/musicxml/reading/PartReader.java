package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.FormMark;
import io.github.musicgen.midi.musicxml.score.FormMark.Coda;
import io.github.musicgen.midi.musicxml.score.FormMark.Segno;
import io.github.musicgen.midi.musicxml.score.Mark;
import io.github.musicgen.midi.musicxml.score.Measure;
import io.github.musicgen.midi.musicxml.score.MeasureElement;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Direction;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Move;
import io.github.musicgen.midi.musicxml.score.PartDeclaration;
import io.github.musicgen.midi.musicxml.score.ScorePart;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import java.util.ArrayList;
import java.util.List;

/** Reads the measures of one part, in the order of the file. */
final class PartReader {
    private final XmlCursor xml;
    private final Notices notices;
    private final PartDeclaration declaration;
    private final Durations durations;
    private final List<Measure> measures = new ArrayList<>();

    PartReader(XmlCursor xml, Notices notices, PartDeclaration declaration) {
        this.xml = xml;
        this.notices = notices;
        this.declaration = declaration;
        this.durations = new Durations(xml);
    }

    ScorePart part() {
        return new ScorePart(declaration, List.copyOf(measures));
    }

    /** Reads the measure that the cursor stands at; where it stands in the score the cursor has been told. */
    void readMeasure(boolean implicit) throws MalformedMusicXmlException {
        ScorePlace place = xml.place();
        List<MeasureElement> elements = new ArrayList<>();
        List<FormMark> form = new ArrayList<>();
        xml.children(name -> readElement(name, elements, form));
        measures.add(new Measure(place, implicit, List.copyOf(elements), List.copyOf(form)));
    }

    private void readElement(String name, List<MeasureElement> elements, List<FormMark> form)
            throws MalformedMusicXmlException {
        switch (name) {
            case "note" -> NoteReader.read(xml, notices, durations, elements);
            case "backup" -> elements.add(readMove(-1));
            case "forward" -> elements.add(readMove(1));
            case "attributes" -> elements.add(AttributesReader.read(xml, notices, durations));
            case "direction" -> DirectionReader.read(xml, notices, durations, elements, form);
            case "sound" -> DirectionReader.readSound(xml, notices, durations, elements, form);
            case "harmony" -> readHarmony(elements);
            case "barline" -> readBarline(form);
            default -> {}
        }
    }

    private Move readMove(int sign) throws MalformedMusicXmlException {
        ScorePlace place = xml.place();
        Fraction[] duration = {Fraction.ZERO};
        xml.children(name -> {
            if (name.equals("duration")) {
                duration[0] = durations.read();
            }
        });
        return new Move(place, sign < 0 ? duration[0].negated() : duration[0]);
    }

    private void readHarmony(List<MeasureElement> elements) throws MalformedMusicXmlException {
        ScorePlace place = xml.place();
        HarmonyReader harmony = HarmonyReader.read(xml, durations);
        harmony.chord()
                .ifPresentOrElse(
                        chord -> elements.add(new Direction(place, harmony.offset(), new Mark.ChordMark(chord))),
                        () -> notices.add(place, "chord symbol without a root or of unknown kind; dropped"));
    }

    private void readBarline(List<FormMark> form) throws MalformedMusicXmlException {
        String segno = xml.attribute("segno");
        if (segno != null) {
            form.add(new Segno(segno));
        }
        String coda = xml.attribute("coda");
        if (coda != null) {
            form.add(new Coda(coda));
        }
        xml.children(name -> {
            switch (name) {
                case "repeat" -> FormReader.readRepeat(xml, notices, form);
                case "ending" -> FormReader.readEnding(xml, notices, form);
                default -> {}
            }
        });
    }
}
