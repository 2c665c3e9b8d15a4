package io.github.musicgen.midi.musicxml.reading;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.score.MeasureElement.VerseSyllable;
import io.github.musicgen.midi.musicxml.source.XmlCursor;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a syllable. If its word goes on, a hyphen is added; syllables that are sung on one note are joined. */
final class LyricReader {
    private static final int MAX_VERSE = 999;

    private final StringBuilder text = new StringBuilder();
    private String joint = "";
    private boolean goesOn;

    private LyricReader() {}

    /** Reads the element that the cursor stands at. */
    static Optional<VerseSyllable> read(XmlCursor xml) throws MalformedMusicXmlException {
        Fraction number = Fraction.parse(xml.attribute("number", "0"));
        LyricReader reader = new LyricReader();
        xml.children(name -> {
            switch (name) {
                case "text" -> reader.append(xml.text());
                case "elision" -> reader.elide(xml.text());
                case "syllabic" -> reader.syllabic(xml.text());
                default -> {}
            }
        });
        return reader.text.isEmpty()
                ? Optional.empty()
                : Optional.of(new VerseSyllable(verse(number), reader.text + (reader.goesOn ? "-" : "")));
    }

    private static int verse(@Nullable Fraction number) {
        return number == null ? 0 : (int) Math.max(0, Math.min(MAX_VERSE, number.numerator()));
    }

    private void append(String syllable) {
        text.append(text.isEmpty() ? "" : joint).append(syllable);
        joint = "";
    }

    private void elide(String sign) {
        joint = sign.isEmpty() ? " " : sign;
    }

    private void syllabic(String kind) {
        goesOn = kind.equals("begin") || kind.equals("middle");
    }
}
