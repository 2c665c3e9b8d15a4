package io.github.musicgen.representation.testing;

import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.ControlChange;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.PitchBend;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TempoMap;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary music: short, with several tempos and meters, and with every kind of event. */
public final class MusicArbitraries {
    private static final int QUARTERS = 24;

    private MusicArbitraries() {}

    /** Resolutions, the usual ones often. */
    public static Arbitrary<Integer> resolutions() {
        return Arbitraries.frequencyOf(
                frequent(3, Arbitraries.of(1, 24, 96, 120, 220, 384, 480, 960, 1024, Ticks.MAX_PER_QUARTER)),
                frequent(1, Arbitraries.integers().between(1, Ticks.MAX_PER_QUARTER)));
    }

    /** Ticks up to some tick, whose edges come often. */
    public static Arbitrary<Long> ticks(long max) {
        return Arbitraries.frequencyOf(
                frequent(8, Arbitraries.longs().between(0, max)),
                frequent(1, Arbitraries.just(0L)),
                frequent(1, Arbitraries.just(max)));
    }

    /** Tempos between 20 and 600 quarters per minute, and sometimes the extremes. */
    public static Arbitrary<Tempo> tempos(long maxTick) {
        Arbitrary<Integer> microseconds = Arbitraries.frequencyOf(
                frequent(8, Arbitraries.integers().between(100_000, 3_000_000)),
                frequent(1, Arbitraries.integers().between(1, Tempo.MAX_MICROSECONDS_PER_QUARTER)));
        return Combinators.combine(ticks(maxTick), microseconds).as(Tempo::new);
    }

    /** Tempo maps with up to six tempos. */
    public static Arbitrary<TempoMap> tempoMaps(int ticksPerQuarter, long maxTick) {
        return tempos(maxTick).list().ofMaxSize(6).map(tempos -> TempoMap.of(ticksPerQuarter, tempos));
    }

    /** Time signatures: the usual ones often. */
    public static Arbitrary<TimeSignature> timeSignatures(long maxTick) {
        Arbitrary<TimeSignature> usual = Arbitraries.of(
                new TimeSignature(0, 4, 4),
                new TimeSignature(0, 3, 4),
                new TimeSignature(0, 2, 2),
                new TimeSignature(0, 6, 8),
                new TimeSignature(0, 7, 16));
        Arbitrary<TimeSignature> any = Combinators.combine(
                        Arbitraries.integers().between(1, TimeSignature.MAX_NUMERATOR),
                        Arbitraries.integers().between(0, 10))
                .as((numerator, power) -> new TimeSignature(0, numerator, 1 << power));
        return Combinators.combine(ticks(maxTick), Arbitraries.frequencyOf(frequent(4, usual), frequent(1, any)))
                .as((tick, signature) -> signature.withTick(tick));
    }

    /** Meter maps with up to four time signatures, which need not begin where a bar would. */
    public static Arbitrary<MeterMap> meterMaps(int ticksPerQuarter, long maxTick) {
        return timeSignatures(maxTick).list().ofMaxSize(4).map(signatures -> MeterMap.of(ticksPerQuarter, signatures));
    }

    /** Grids per quarter and per second, the usual ones often. */
    public static Arbitrary<Grid> grids() {
        return Arbitraries.oneOf(
                steps(1, 2, 3, 4, 6, 8, 12, 24).map(Grid::perQuarter),
                steps(1, 10, 100, 250, 1000).map(Grid::perSecond));
    }

    private static Arbitrary<Integer> steps(Integer... usual) {
        return Arbitraries.frequencyOf(
                frequent(4, Arbitraries.of(usual)),
                frequent(1, Arbitraries.integers().between(1, 2000)));
    }

    /** Notes up to some tick; every tenth has no length. */
    public static Arbitrary<Note> notes(long maxTick) {
        Arbitrary<Long> lengths = Arbitraries.frequencyOf(
                frequent(1, Arbitraries.just(0L)),
                frequent(9, Arbitraries.longs().between(1, Math.max(1, maxTick / 4))));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 127),
                        Arbitraries.integers().between(1, 127),
                        ticks(maxTick),
                        lengths)
                .as((pitch, velocity, start, length) ->
                        new Note(pitch, velocity, start, Math.min(maxTick, start + length)));
    }

    /** Control changes: pedals, data entry and its parameters, and all others. */
    public static Arbitrary<ControlChange> controlChanges(long maxTick) {
        return Combinators.combine(
                        ticks(maxTick),
                        Arbitraries.frequencyOf(
                                frequent(3, Arbitraries.of(64, 64, 67, 1, 7, 10, 11)),
                                frequent(1, Arbitraries.of(6, 38, 98, 99, 100, 101)),
                                frequent(1, Arbitraries.integers().between(0, 127))),
                        Arbitraries.of(0, 1, 63, 64, 127))
                .as(ControlChange::new);
    }

    /** Pitch bends. */
    public static Arbitrary<PitchBend> pitchBends(long maxTick) {
        return Combinators.combine(ticks(maxTick), Arbitraries.integers().between(PitchBend.MIN, PitchBend.MAX))
                .as(PitchBend::new);
    }

    /** Parts with up to twelve notes. */
    public static Arbitrary<Part> parts(long maxTick) {
        return Combinators.combine(
                        Arbitraries.of("", "Flute", "Drums"),
                        Arbitraries.of(0, 73, 127),
                        Arbitraries.of(false, false, false, true),
                        notes(maxTick).list().ofMaxSize(12),
                        controlChanges(maxTick).list().ofMaxSize(6),
                        pitchBends(maxTick).list().ofMaxSize(3),
                        Combinators.combine(ticks(maxTick), Arbitraries.of("la", "lu", ""))
                                .as(Lyric::new)
                                .list()
                                .ofMaxSize(3))
                .as(Part::new)
                .withoutEdgeCases();
    }

    /** Sequences of up to 24 quarters with up to four parts. */
    public static Arbitrary<NoteSequence> sequences() {
        return resolutions().flatMap(MusicArbitraries::sequences);
    }

    /** Sequences of one resolution. */
    public static Arbitrary<NoteSequence> sequences(int ticksPerQuarter) {
        long maxTick = (long) QUARTERS * ticksPerQuarter;
        return Combinators.combine(
                        tempoMaps(ticksPerQuarter, maxTick),
                        meterMaps(ticksPerQuarter, maxTick),
                        keySignatures(maxTick).list().ofMaxSize(3),
                        parts(maxTick).list().ofMaxSize(4),
                        chordSymbols(maxTick).list().ofMaxSize(3),
                        Combinators.combine(ticks(maxTick), Arbitraries.of("A", "B"))
                                .as(Marker::new)
                                .list()
                                .ofMaxSize(3),
                        Arbitraries.longs().between(0, ticksPerQuarter))
                .as((tempoMap, meterMap, keys, parts, chords, markers, rest) ->
                        sequence(new NoteSequence("", tempoMap, meterMap, keys, parts, chords, markers, maxTick), rest))
                // Else jqwik combines the edges of all parts anew for every resolution, which takes most of the time.
                .withoutEdgeCases();
    }

    /** The same music, with a rest of some length at its end instead of the silence that it has there. */
    private static NoteSequence sequence(NoteSequence longest, long rest) {
        NoteSequence tight = longest.toBuilder().endTick(0).build();
        return tight.toBuilder().endTick(tight.endTick() + rest).build();
    }

    /** Key signatures. */
    public static Arbitrary<KeySignature> keySignatures(long maxTick) {
        return Combinators.combine(
                        ticks(maxTick), Arbitraries.integers().between(-7, 7), Arbitraries.of(KeySignature.Mode.class))
                .as(KeySignature::new);
    }

    /** Chord symbols, those that have no root included. */
    public static Arbitrary<ChordSymbol> chordSymbols(long maxTick) {
        return Combinators.combine(
                        ticks(maxTick),
                        Arbitraries.of("C", "F#m7b5", "Bbmaj7/D", "A6/9", "Eb7(#9)", ChordSymbol.NO_CHORD))
                .as(ChordSymbol::new);
    }

    private static <T> Tuple.Tuple2<Integer, Arbitrary<? extends T>> frequent(int weight, Arbitrary<T> arbitrary) {
        return Tuple.of(weight, arbitrary);
    }
}
