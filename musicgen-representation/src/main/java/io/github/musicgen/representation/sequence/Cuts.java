package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A rule that says where to {@linkplain NoteSequence#split split} music.
 *
 * <pre>{@code
 * List<NoteSequence> phrases = sequence.split(Cuts.everyBars(4).betweenNotes());
 * }</pre>
 */
@FunctionalInterface
public interface Cuts {
    /** The most pieces that music can be split into. */
    int MAX = 1 << 16;

    /**
     * Where to cut.
     *
     * @param sequence the music
     * @return ticks in any order; those at its start, at its end or beyond cut nothing
     */
    LongStream ticksIn(NoteSequence sequence);

    /**
     * Cuts at given places.
     *
     * @param ticks the places
     * @return the rule
     */
    static Cuts at(long... ticks) {
        long[] copy = ticks.clone();
        return sequence -> LongStream.of(copy);
    }

    /**
     * Cuts into pieces of one length; the last may be shorter.
     *
     * @param ticks the length, at least 1
     * @return the rule
     */
    static Cuts every(long ticks) {
        if (ticks < 1 || ticks > Ticks.MAX) {
            throw new IllegalArgumentException(
                    "length of a piece must be 1.." + Ticks.MAX + " ticks, but was " + ticks);
        }
        return sequence -> {
            long pieces = Cutting.requirePieces(1 + sequence.endTick() / ticks);
            return LongStream.range(1, pieces).map(piece -> piece * ticks);
        };
    }

    /**
     * Cuts into pieces of so many bars, counted from the start through all changes of meter; the last may be shorter.
     *
     * @param bars how many, at least 1
     * @return the rule
     */
    static Cuts everyBars(int bars) {
        if (bars < 1) {
            throw new IllegalArgumentException("bars of a piece must be 1 or more, but was " + bars);
        }
        return sequence -> {
            MeterMap meterMap = sequence.meterMap();
            long pieces = Cutting.requirePieces(1 + meterMap.barAt(sequence.endTick()) / bars);
            return LongStream.range(1, pieces).map(piece -> meterMap.barStart(piece * bars));
        };
    }

    /**
     * Cuts where the tempo becomes another.
     *
     * @return the rule
     */
    static Cuts atTempoChanges() {
        return sequence -> changes(sequence.tempoMap().tempos());
    }

    /**
     * Cuts where the time signature becomes another.
     *
     * @return the rule
     */
    static Cuts atMeterChanges() {
        return sequence -> changes(sequence.meterMap().timeSignatures());
    }

    /**
     * Cuts where notes begin after a silence, be it before the first one.
     *
     * @param longerThanTicks how long silence may be without a cut
     * @return the rule
     */
    static Cuts atSilences(long longerThanTicks) {
        Ticks.require("length of a silence", longerThanTicks);
        return sequence -> new SoundingSpans(sequence).endsOfSilences(longerThanTicks);
    }

    /**
     * Cuts where this rule says and also where another one does.
     *
     * @param other the other rule
     * @return the rule
     */
    default Cuts and(Cuts other) {
        return sequence -> LongStream.concat(ticksIn(sequence), other.ticksIn(sequence));
    }

    /**
     * Cuts where this rule says, but not where a note sounds on.
     *
     * @return the rule
     */
    default Cuts betweenNotes() {
        return sequence -> {
            SoundingSpans spans = new SoundingSpans(sequence);
            return ticksIn(sequence).filter(tick -> !spans.cross(tick));
        };
    }

    private static <E extends TickEvent<E>> LongStream changes(List<E> states) {
        return IntStream.range(1, states.size())
                .filter(i -> !Events.sayTheSame(states.get(i - 1), states.get(i)))
                .mapToLong(i -> states.get(i).tick());
    }
}
