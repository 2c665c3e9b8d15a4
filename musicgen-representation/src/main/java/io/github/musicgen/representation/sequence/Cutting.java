package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/** Cuts music into pieces, in one walk over all that is in it. */
final class Cutting {
    /** The most parts and states of controllers that may be made anew for the pieces of one split, all together. */
    private static final int MAX_RESTATED = 1 << 22;

    private final NoteSequence sequence;
    private final StateWalk<Tempo> tempos;
    private final StateWalk<TimeSignature> timeSignatures;
    private final StateWalk<KeySignature> keySignatures;
    private final StateWalk<ChordSymbol> chordSymbols;
    private final Cursor<Marker> markers;
    private final List<PartWalk> parts;

    private Cutting(NoteSequence sequence) {
        this.sequence = sequence;
        this.tempos = new StateWalk<>(sequence.tempoMap().tempos());
        this.timeSignatures = new StateWalk<>(sequence.meterMap().timeSignatures());
        this.keySignatures = new StateWalk<>(sequence.keySignatures());
        this.chordSymbols = new StateWalk<>(sequence.chordSymbols());
        this.markers = new Cursor<>(sequence.markers(), Marker::tick);
        this.parts = sequence.parts().stream().map(PartWalk::new).toList();
    }

    static NoteSequence trimmed(NoteSequence sequence, long startTick, long endTick) {
        if (startTick < 0 || startTick > sequence.endTick()) {
            throw new IllegalArgumentException(
                    "start of a trim must be 0.." + sequence.endTick() + " ticks, but was " + startTick);
        }
        if (endTick < startTick) {
            throw new IllegalArgumentException(
                    "end of a trim must not lie before its start, tick " + startTick + ", but was " + endTick);
        }
        return new Cutting(sequence).piece(startTick, Math.min(endTick, sequence.endTick()));
    }

    static List<NoteSequence> split(NoteSequence sequence, Cuts cuts) {
        int most = mostPieces(sequence);
        long[] ticks = cuts.ticksIn(sequence)
                .filter(tick -> tick > 0 && tick < sequence.endTick())
                .distinct()
                .limit(most)
                .sorted()
                .toArray();
        if (ticks.length == most) {
            throw tooManyPieces(most);
        }
        Cutting cutting = new Cutting(sequence);
        List<NoteSequence> pieces = new ArrayList<>(ticks.length + 1);
        long start = 0;
        for (long tick : ticks) {
            pieces.add(cutting.piece(start, tick));
            start = tick;
        }
        pieces.add(cutting.piece(start, sequence.endTick()));
        return List.copyOf(pieces);
    }

    static long requirePieces(long pieces) {
        if (pieces > Cuts.MAX) {
            throw tooManyPieces(Cuts.MAX);
        }
        return pieces;
    }

    private static IllegalArgumentException tooManyPieces(int most) {
        return new IllegalArgumentException(
                "music like this must be split into at most " + most + " pieces, but the cuts would make more");
    }

    /** A file of a few bytes can ask for a great many pieces, each of which has all parts and states all controllers. */
    private static int mostPieces(NoteSequence sequence) {
        long restated = 1;
        for (Part part : sequence.parts()) {
            ControllerState last = new ControllerState();
            last.take(part.controlChanges());
            restated += 1 + last.statement().size();
        }
        return (int) Math.max(1, Math.min(Cuts.MAX, MAX_RESTATED / restated));
    }

    private NoteSequence piece(long start, long end) {
        Window window = new Window(start, end, end == sequence.endTick());
        return NoteSequence.builder(sequence.ticksPerQuarter())
                .title(sequence.title())
                .tempos(tempos.in(window))
                .timeSignatures(timeSignatures.in(window))
                .keySignatures(keySignatures.in(window))
                .parts(parts.stream().map(part -> part.in(window)).toList())
                .chordSymbols(chordSymbols.in(window))
                .markers(window.moved(markers.inside(window)))
                .endTick(end - start)
                .build();
    }
}
