package io.github.musicgen.midi.musicxml.writing;

import io.github.musicgen.midi.musicxml.notation.LyricPlacement;
import io.github.musicgen.midi.musicxml.notation.NotatedPiece;
import io.github.musicgen.midi.musicxml.notation.NotationBars;
import io.github.musicgen.midi.musicxml.notation.NotationBars.Bar;
import io.github.musicgen.midi.musicxml.notation.NotationTime;
import io.github.musicgen.midi.musicxml.notation.PartNotation;
import io.github.musicgen.midi.musicxml.notation.PartNotation.VoiceBar;
import io.github.musicgen.midi.musicxml.notation.VoiceLayout;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the measures of one part. */
final class PartWriter {
    private final XmlText xml;
    private final List<Bar> bars;
    private final NotationBars notationBars;
    private final List<KeySignature> keys;
    private final List<NotationEvent> events;
    private final PartNotation notation;
    private final NoteWriter noteWriter;
    private final long unit; // of NotationTime in a division
    private int nextEvent;
    private int nextKey;
    private @Nullable TimeSignature printedTime;
    private int measureNumber;

    /** Events come in any order. */
    PartWriter(
            XmlText xml,
            String id,
            Part part,
            NotationBars notationBars,
            List<KeySignature> keys,
            List<NotationEvent> events) {
        this.xml = xml;
        this.bars = notationBars.bars();
        this.notationBars = notationBars;
        this.keys = keys;
        this.events = events.stream()
                .sorted(Comparator.comparingLong(NotationEvent::position))
                .toList();
        this.notation = PartNotation.of(part, notationBars);
        this.unit = unit();
        LyricPlacement lyrics = LyricPlacement.of(part.lyrics(), notation.pieces(), notationBars);
        this.noteWriter = new NoteWriter(xml, id, part, notation.staves().size(), unit, lyrics);
    }

    void write() {
        for (int i = 0; i < bars.size(); i++) {
            writeMeasure(i);
        }
    }

    /** The largest unit that all lengths and positions are whole numbers of. */
    private long unit() {
        long common = NotationTime.QUARTER;
        for (NotationEvent event : events) {
            common = Fraction.greatestCommonDivisor(common, event.position());
        }
        for (int i = 0; i < bars.size(); i++) {
            common = Fraction.greatestCommonDivisor(common, bars.get(i).start());
            common = Fraction.greatestCommonDivisor(common, bars.get(i).length());
        }
        for (NotatedPiece piece : (Iterable<NotatedPiece>) notation.pieces()::iterator) {
            common = Fraction.greatestCommonDivisor(common, piece.start());
            common = Fraction.greatestCommonDivisor(common, piece.length());
        }
        return common;
    }

    private void writeMeasure(int index) {
        Bar bar = bars.get(index);
        openMeasure(index, bar);
        writeAttributes(index, bar);
        boolean first = true;
        for (VoiceBar voice : notation.bar(index)) {
            if (!first) {
                xml.open("backup").leaf("duration", bar.length() / unit).close();
            }
            writeVoice(bar, voice, first);
            first = false;
        }
        if (index == bars.size() - 1) {
            xml.open("barline", "location", "right")
                    .leaf("bar-style", "light-heavy")
                    .close();
        }
        xml.close();
    }

    /** A bar that is cut short does not count, and a pickup is number 0. */
    private void openMeasure(int index, Bar bar) {
        if (bar.full()) {
            xml.open("measure", "number", Integer.toString(++measureNumber));
        } else {
            xml.open("measure", "number", index == 0 ? "0" : "X" + (index + 1), "implicit", "yes");
        }
    }

    private void writeAttributes(int index, Bar bar) {
        KeySignature key = newKey(index);
        boolean newTime = printedTime == null
                || printedTime.numerator() != bar.signature().numerator()
                || printedTime.denominator() != bar.signature().denominator();
        if (index > 0 && key == null && !newTime) {
            return;
        }
        xml.open("attributes");
        if (index == 0) {
            xml.leaf("divisions", NotationTime.QUARTER / unit);
        }
        if (key != null) {
            noteWriter.setKey(key);
            xml.open("key");
            xml.leaf("fifths", key.fifths());
            xml.leaf("mode", key.mode() == Mode.MINOR ? "minor" : "major");
            xml.close();
        }
        if (newTime) {
            printedTime = bar.signature();
            xml.open("time");
            xml.leaf("beats", bar.signature().numerator());
            xml.leaf("beat-type", bar.signature().denominator());
            xml.close();
        }
        if (index == 0) {
            writeStaves();
        }
        xml.close();
    }

    /** The last key that begins in a bar; null if none does. */
    private @Nullable KeySignature newKey(int index) {
        KeySignature key = null;
        while (nextKey < keys.size() && notationBars.indexAt(keys.get(nextKey).tick()) <= index) {
            key = keys.get(nextKey++);
        }
        return key;
    }

    private void writeStaves() {
        int count = notation.staves().size();
        if (count > 1) {
            xml.leaf("staves", count);
        }
        for (int staff = 0; staff < count; staff++) {
            VoiceLayout.Clef clef = notation.staves().get(staff).clef();
            String[] number = count > 1 ? new String[] {"number", Integer.toString(staff + 1)} : new String[0];
            xml.open("clef", number);
            xml.leaf("sign", clef.sign);
            xml.leaf("line", clef.line);
            xml.close();
        }
        noteWriter.writeTransposition();
    }

    private void writeVoice(Bar bar, VoiceBar voice, boolean withEvents) {
        if (voice.pieces().isEmpty()) {
            if (withEvents) {
                writeEvents(bar.start(), bar.end());
            }
            noteWriter.writeMeasureRest(bar.length(), voice);
        }
        for (NotatedPiece piece : voice.pieces()) {
            if (withEvents) {
                writeEvents(piece.start(), piece.end());
            }
            noteWriter.write(piece, voice);
        }
        if (withEvents && bar.end() == bars.get(bars.size() - 1).end()) {
            writeEvents(bar.end(), Long.MAX_VALUE);
        }
    }

    /** Writes the events before a position; the cursor stands at another. */
    private void writeEvents(long cursor, long end) {
        while (nextEvent < events.size() && events.get(nextEvent).position() < end) {
            NotationEvent event = events.get(nextEvent++);
            event.writer().write(xml, (event.position() - cursor) / unit);
        }
    }
}
