package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import org.jspecify.annotations.Nullable;

/** Turns the durations of a part into quarters, by the divisions that hold where they stand. */
final class Durations {
    private static final double MAX_QUARTERS = 1_000_000;
    private static final Fraction LARGEST = Fraction.of(999_999_999);
    private static final Fraction MAX_DIVISIONS = Fraction.of(1_000_000);
    private static final Fraction LEAST_DIVISIONS = new Fraction(1, 10_000);

    private final XmlCursor xml;
    private @Nullable Fraction divisions;

    Durations(XmlCursor xml) {
        this.xml = xml;
    }

    /** Reads the divisions that the cursor stands at. */
    void readDivisions() throws MalformedMusicXmlException {
        divisions = xml.fraction(LEAST_DIVISIONS, MAX_DIVISIONS);
    }

    /** Reads the duration that the cursor stands at. */
    Fraction read() throws MalformedMusicXmlException {
        return quarters(xml.fraction(Fraction.ZERO, LARGEST));
    }

    /** Reads the offset that the cursor stands at. */
    Fraction readOffset() throws MalformedMusicXmlException {
        return quarters(xml.fraction(LARGEST.negated(), LARGEST));
    }

    private Fraction quarters(Fraction duration) throws MalformedMusicXmlException {
        if (divisions == null) {
            throw xml.fault("a duration stands here before any divisions");
        }
        Fraction quarters = duration.dividedBy(divisions);
        if (Math.abs(quarters.toDouble()) > MAX_QUARTERS) {
            throw xml.fault("a duration must be at most " + (int) MAX_QUARTERS + " quarters, but was " + quarters);
        }
        return quarters;
    }
}
