package io.github.musicgen.midi.musicxml.writing;

import io.github.musicgen.representation.time.Tempo;
import java.math.BigDecimal;
import java.math.MathContext;

/** Writes directions: what stands above or below the staff. */
final class DirectionWriter {
    private static final int SHOWN_DIGITS = 4;

    private DirectionWriter() {}

    static void tempo(XmlText xml, Tempo tempo, long offset) {
        BigDecimal exact = new BigDecimal(Double.toString(tempo.quartersPerMinute()));
        start(xml, "above");
        xml.open("metronome");
        xml.leaf("beat-unit", "quarter");
        xml.leaf(
                "per-minute",
                exact.round(new MathContext(SHOWN_DIGITS)).stripTrailingZeros().toPlainString());
        xml.close().close();
        offset(xml, offset);
        xml.empty("sound", "tempo", exact.stripTrailingZeros().toPlainString());
        xml.close();
    }

    static void rehearsal(XmlText xml, String text, long offset) {
        start(xml, "above");
        xml.leaf("rehearsal", text).close();
        offset(xml, offset);
        xml.close();
    }

    static void words(XmlText xml, String text, long offset) {
        start(xml, "above");
        xml.leaf("words", text).close();
        offset(xml, offset);
        xml.close();
    }

    static void pedal(XmlText xml, boolean down, long offset) {
        start(xml, "below");
        xml.empty("pedal", "type", down ? "start" : "stop", "line", "no", "sign", "yes")
                .close();
        offset(xml, offset);
        xml.empty("sound", "damper-pedal", down ? "yes" : "no");
        xml.close();
    }

    private static void start(XmlText xml, String placement) {
        xml.open("direction", "placement", placement).open("direction-type");
    }

    private static void offset(XmlText xml, long offset) {
        if (offset != 0) {
            xml.leaf("offset", Long.toString(offset), "sound", "yes");
        }
    }
}
