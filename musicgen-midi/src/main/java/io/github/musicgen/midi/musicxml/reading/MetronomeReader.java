package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.midi.musicxml.vocabulary.NoteValue;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads a metronome mark such as "dotted quarter = 60". */
final class MetronomeReader {
    private final XmlCursor xml;
    private @Nullable Fraction beat;
    private int dots;
    private OptionalDouble perMinute = OptionalDouble.empty();

    private MetronomeReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the element that the cursor stands at: quarters per minute, empty if it does not say. */
    static OptionalDouble read(XmlCursor xml, Notices notices) throws MalformedMusicXmlException {
        MetronomeReader reader = new MetronomeReader(xml);
        ScorePlace place = xml.place();
        xml.children(reader::readChild);
        Fraction beat = reader.beat;
        if (beat == null || reader.perMinute.isEmpty()) {
            notices.add(place, "metronome mark without a number; ignored");
            return OptionalDouble.empty();
        }
        // Each dot adds half of what the one before added.
        double dotted = beat.toDouble() * (2 - Math.pow(2, -reader.dots));
        return OptionalDouble.of(reader.perMinute.getAsDouble() * dotted);
    }

    private void readChild(String name) throws MalformedMusicXmlException {
        switch (name) {
            case "beat-unit" -> beat = NoteValue.quarters(xml.text());
            case "beat-unit-dot" -> dots++;
            case "per-minute" -> perMinute = Decimal.firstIn(xml.text());
            default -> {}
        }
    }
}
