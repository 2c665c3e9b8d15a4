package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts pieces of music one after another. */
final class Joining {
    private final int ticksPerQuarter;
    private final List<Tempo> tempos = new ArrayList<>();
    private final List<TimeSignature> timeSignatures = new ArrayList<>();
    private final List<KeySignature> keySignatures = new ArrayList<>();
    private final List<ChordSymbol> chordSymbols = new ArrayList<>();
    private final List<Marker> markers = new ArrayList<>();
    private final Map<PartPlace, PartJoining> parts = new LinkedHashMap<>();
    private long endTick;

    /** What tells which parts of two pieces are the same part: its kind, and how many of this kind stand before it. */
    private record PartPlace(String name, int program, boolean drums, int before) {}

    private Joining(int ticksPerQuarter) {
        this.ticksPerQuarter = ticksPerQuarter;
    }

    static NoteSequence joined(List<NoteSequence> sequences) {
        List<NoteSequence> pieces = CommonResolution.of(sequences);
        Joining joining = new Joining(pieces.get(0).ticksPerQuarter());
        pieces.forEach(joining::add);
        return joining.finish(pieces.get(0).title());
    }

    private void add(NoteSequence piece) {
        long newEndTick = Ticks.require("end of the music put together", endTick + piece.endTick());
        Events.append(tempos, piece.tempoMap().tempos(), endTick);
        addMeters(piece.meterMap().timeSignatures());
        Events.append(keySignatures, piece.keySignatures(), endTick);
        addChords(piece.chordSymbols());
        markers.addAll(Events.moved(piece.markers(), tick -> tick + endTick));
        addParts(piece.parts(), newEndTick);
        endTick = newEndTick;
    }

    private void addMeters(List<TimeSignature> more) {
        if (barStartsHere()) {
            Events.append(timeSignatures, more, endTick);
        } else {
            // The first bar of the piece cuts a bar short, which only a time signature can say.
            timeSignatures.addAll(Events.moved(more, tick -> tick + endTick));
        }
    }

    private boolean barStartsHere() {
        if (timeSignatures.isEmpty()) {
            return true;
        }
        TimeSignature last = timeSignatures.get(timeSignatures.size() - 1);
        return MeterMap.of(ticksPerQuarter, List.of(last.withTick(0))).isBarStart(endTick - last.tick());
    }

    private void addChords(List<ChordSymbol> more) {
        boolean chordAtStart = !more.isEmpty() && more.get(0).tick() == 0;
        boolean chordHolds = !chordSymbols.isEmpty()
                && !chordSymbols.get(chordSymbols.size() - 1).text().equals(ChordSymbol.NO_CHORD);
        if (chordHolds && !chordAtStart) {
            chordSymbols.add(new ChordSymbol(endTick, ChordSymbol.NO_CHORD));
        }
        Events.append(chordSymbols, more, endTick);
    }

    private void addParts(List<Part> more, long newEndTick) {
        Map<PartPlace, Integer> counts = new HashMap<>();
        for (Part part : more) {
            PartPlace first = new PartPlace(part.name(), part.program(), part.drums(), 0);
            int count = counts.merge(first, 1, Integer::sum);
            PartPlace place = new PartPlace(part.name(), part.program(), part.drums(), count - 1);
            parts.computeIfAbsent(place, absent -> new PartJoining(part)).add(part, endTick, newEndTick);
        }
    }

    private NoteSequence finish(String title) {
        return NoteSequence.builder(ticksPerQuarter)
                .title(title)
                .tempos(tempos)
                .timeSignatures(timeSignatures)
                .keySignatures(keySignatures)
                .parts(parts.values().stream().map(part -> part.finish(endTick)).toList())
                .chordSymbols(chordSymbols)
                .markers(markers)
                .endTick(endTick)
                .build();
    }
}
