package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Music at other times: later, slower, or counted in other ticks. */
final class Retiming {
    private Retiming() {}

    static NoteSequence shifted(NoteSequence sequence, long ticks) {
        Ticks.require("ticks to shift by", ticks);
        LongUnaryOperator later = tick -> tick + ticks;
        List<Tempo> tempos = new ArrayList<>(Events.moved(sequence.tempoMap().tempos(), later));
        tempos.set(0, tempos.get(0).withTick(0));
        TimeSignature firstMeter = sequence.meterMap().timeSignatures().get(0);
        NoteSequence.Builder builder = moved(sequence, sequence.ticksPerQuarter(), later)
                .tempos(tempos)
                .timeSignatures(List.of(firstMeter));
        List<TimeSignature> meters = Events.moved(sequence.meterMap().timeSignatures(), later);
        boolean barsRunOn =
                MeterMap.of(sequence.ticksPerQuarter(), List.of(firstMeter)).isBarStart(ticks);
        return builder.timeSignatures(barsRunOn ? meters.subList(1, meters.size()) : meters)
                .build();
    }

    static NoteSequence stretched(NoteSequence sequence, double factor) {
        List<Tempo> tempos = sequence.tempoMap().tempos().stream()
                .map(tempo -> stretched(tempo, factor))
                .toList();
        return sequence.toBuilder().tempos(tempos).build();
    }

    private static Tempo stretched(Tempo tempo, double factor) {
        double microseconds = tempo.microsecondsPerQuarter() * factor;
        if (!(microseconds >= 0.5 && microseconds < Tempo.MAX_MICROSECONDS_PER_QUARTER + 0.5)) {
            throw new IllegalArgumentException("tempo stretched by " + factor + " must be 1.."
                    + Tempo.MAX_MICROSECONDS_PER_QUARTER + " microseconds per quarter, but was " + microseconds);
        }
        return new Tempo(tempo.tick(), (int) Math.round(microseconds));
    }

    static NoteSequence withResolution(NoteSequence sequence, int newTicksPerQuarter) {
        if (newTicksPerQuarter == sequence.ticksPerQuarter()) {
            return sequence;
        }
        LongUnaryOperator rescale = tick -> Ticks.rescale(tick, sequence.ticksPerQuarter(), newTicksPerQuarter);
        return moved(sequence, newTicksPerQuarter, rescale)
                .tempos(sequence.tempoMap().withResolution(newTicksPerQuarter).tempos())
                .timeSignatures(
                        sequence.meterMap().withResolution(newTicksPerQuarter).timeSignatures())
                .build();
    }

    /** All but tempos and meters, every tick moved by one rule that never changes an order. */
    private static NoteSequence.Builder moved(NoteSequence sequence, int ticksPerQuarter, LongUnaryOperator move) {
        return NoteSequence.builder(ticksPerQuarter)
                .title(sequence.title())
                .keySignatures(Events.moved(sequence.keySignatures(), move))
                .parts(sequence.parts().stream().map(part -> moved(part, move)).toList())
                .chordSymbols(Events.moved(sequence.chordSymbols(), move))
                .markers(Events.moved(sequence.markers(), move))
                .endTick(move.applyAsLong(sequence.endTick()));
    }

    private static Part moved(Part part, LongUnaryOperator move) {
        return new Part(
                part.name(),
                part.program(),
                part.drums(),
                part.notes().stream().map(note -> moved(note, move)).toList(),
                Events.moved(part.controlChanges(), move),
                Events.moved(part.pitchBends(), move),
                Events.moved(part.lyrics(), move));
    }

    private static Note moved(Note note, LongUnaryOperator move) {
        long start = move.applyAsLong(note.startTick());
        long end = move.applyAsLong(note.endTick());
        return note.withTicks(start, end == start && note.durationTicks() > 0 ? start + 1 : end);
    }
}
