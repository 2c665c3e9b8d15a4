package io.github.musicgen.midi.musicxml.writing;

import io.github.musicgen.midi.musicxml.writing.ChordText.Degree;
import io.github.musicgen.representation.sequence.ChordSymbol;

/** Writes chord symbols. A text that is none is written as words above the staff. */
final class HarmonyWriter {
    private HarmonyWriter() {}

    static void write(XmlText xml, String text, long offset) {
        ChordText chord = ChordText.parse(text);
        if (text.equals(ChordSymbol.NO_CHORD)) {
            xml.open("harmony");
            xml.open("root").leaf("root-step", "C", "text", "").close();
            xml.leaf("kind", "none", "text", ChordSymbol.NO_CHORD);
            end(xml, offset);
        } else if (chord != null) {
            xml.open("harmony");
            write(xml, chord);
            end(xml, offset);
        } else {
            DirectionWriter.words(xml, text, offset);
        }
    }

    private static void write(XmlText xml, ChordText chord) {
        note(xml, "root", chord.root());
        xml.leaf("kind", chord.kind(), "text", chord.suffix());
        if (!chord.bass().isEmpty()) {
            note(xml, "bass", chord.bass());
        }
        for (Degree degree : chord.degrees()) {
            // The text of the kind shows them already.
            xml.open("degree", "print-object", "no");
            xml.leaf("degree-value", degree.value());
            xml.leaf("degree-alter", degree.alter());
            xml.leaf("degree-type", degree.type());
            xml.close();
        }
    }

    private static void note(XmlText xml, String element, String note) {
        xml.open(element).leaf(element + "-step", ChordText.step(note));
        if (ChordText.alter(note) != 0) {
            xml.leaf(element + "-alter", ChordText.alter(note));
        }
        xml.close();
    }

    private static void end(XmlText xml, long offset) {
        if (offset != 0) {
            xml.leaf("offset", offset);
        }
        xml.close();
    }
}
