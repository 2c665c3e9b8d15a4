package io.github.musicgen.midi.musicxml.writing;

import io.github.musicgen.midi.musicxml.notation.NotationBars;
import io.github.musicgen.midi.musicxml.vocabulary.DrumStaff;
import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.ControlChange;
import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Tempo;
import java.util.ArrayList;
import java.util.List;

/** Writes a whole score, partwise. */
public final class ScoreWriter {
    /** The most measures that all parts may have together. */
    static final long MAX_MEASURES = 200_000;

    private static final String PROLOG = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE score-partwise PUBLIC "-//Recordare//DTD MusicXML 4.0 Partwise//EN" "http://www.musicxml.org/dtds/partwise.dtd">
            """;
    private static final int CHANNELS = 16;
    private static final int PERCUSSION_CHANNEL = 10;
    private static final int PEDAL_DOWN = 64;

    private final XmlText xml = new XmlText(PROLOG);
    private final NoteSequence sequence;
    private final List<Part> parts;
    private final NotationBars bars;

    private ScoreWriter(NoteSequence sequence) {
        this.sequence = sequence;
        // A score has at least one part.
        this.parts = sequence.parts().isEmpty() ? List.of(Part.builder("").build()) : sequence.parts();
        this.bars = NotationBars.of(sequence);
        long measures = (long) bars.bars().size() * parts.size();
        if (measures > MAX_MEASURES) {
            throw new IllegalArgumentException("the parts of a score must have at most " + MAX_MEASURES
                    + " measures together, but have " + measures);
        }
    }

    public static byte[] write(NoteSequence sequence) {
        ScoreWriter writer = new ScoreWriter(sequence);
        writer.writeScore();
        return writer.xml.toBytes();
    }

    private void writeScore() {
        xml.open("score-partwise", "version", "4.0");
        if (!sequence.title().isEmpty()) {
            xml.open("work").leaf("work-title", sequence.title()).close();
        }
        xml.open("identification")
                .open("encoding")
                .leaf("software", "musicgen")
                .close()
                .close();
        xml.open("part-list");
        for (int i = 0; i < parts.size(); i++) {
            declare(i);
        }
        xml.close();
        for (int i = 0; i < parts.size(); i++) {
            xml.open("part", "id", id(i));
            new PartWriter(xml, id(i), parts.get(i), bars, sequence.keySignatures(), events(i)).write();
            xml.close();
        }
        xml.close();
    }

    private static String id(int part) {
        return "P" + (part + 1);
    }

    private void declare(int index) {
        Part part = parts.get(index);
        xml.open("score-part", "id", id(index)).leaf("part-name", part.name());
        int[] drums =
                part.notes().stream().mapToInt(Note::pitch).distinct().sorted().toArray();
        if (part.drums() && drums.length > 0) {
            for (int drum : drums) {
                declareInstrument(NoteWriter.instrumentId(id(index), drum), DrumStaff.name(drum));
            }
            for (int drum : drums) {
                declareMidi(NoteWriter.instrumentId(id(index), drum), PERCUSSION_CHANNEL, part.program(), drum);
            }
        } else {
            String instrument = id(index) + "-I1";
            declareInstrument(instrument, part.name());
            declareMidi(instrument, part.drums() ? PERCUSSION_CHANNEL : channel(index), part.program(), -1);
        }
        xml.close();
    }

    private void declareInstrument(String id, String name) {
        xml.open("score-instrument", "id", id).leaf("instrument-name", name).close();
    }

    private void declareMidi(String id, int channel, int program, int drum) {
        xml.open("midi-instrument", "id", id);
        xml.leaf("midi-channel", channel);
        xml.leaf("midi-program", program + 1);
        if (drum >= 0) {
            xml.leaf("midi-unpitched", drum + 1);
        }
        xml.close();
    }

    /** The channels in turn, without that of drums. */
    private static int channel(int part) {
        int channel = part % (CHANNELS - 1) + 1;
        return channel < PERCUSSION_CHANNEL ? channel : channel + 1;
    }

    /** What stands beside the notes of a part; what concerns all stands above the first. */
    private List<NotationEvent> events(int index) {
        List<NotationEvent> events = new ArrayList<>();
        if (index == 0) {
            for (Tempo tempo : sequence.tempoMap().tempos()) {
                add(events, tempo.tick(), (xml, offset) -> DirectionWriter.tempo(xml, tempo, offset));
            }
            for (Marker marker : sequence.markers()) {
                add(events, marker.tick(), (xml, offset) -> DirectionWriter.rehearsal(xml, marker.text(), offset));
            }
            for (ChordSymbol chord : sequence.chordSymbols()) {
                add(events, chord.tick(), (xml, offset) -> HarmonyWriter.write(xml, chord.text(), offset));
            }
        }
        boolean pedal = false;
        for (ControlChange change : parts.get(index).controlChanges()) {
            boolean down = change.value() >= PEDAL_DOWN;
            if (change.controller() == ControlChange.SUSTAIN && down != pedal) {
                pedal = down;
                add(events, change.tick(), (xml, offset) -> DirectionWriter.pedal(xml, down, offset));
            }
        }
        return events;
    }

    private void add(List<NotationEvent> events, long tick, NotationEvent.Writer writer) {
        events.add(new NotationEvent(bars.position(tick), writer));
    }
}
