package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TempoMap;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of music: parts of notes on a common time line that is counted in ticks.
 *
 * <p>A value: every operation returns a new one.
 *
 * <pre>{@code
 * NoteSequence scale = NoteSequence.builder(480)
 *         .tempo(0, 96)
 *         .part(Part.builder("Flute").program(73)
 *                 .note(60, 100, 0, 480)
 *                 .note(62, 100, 480, 960)
 *                 .build())
 *         .build();
 * }</pre>
 *
 * @param title what it is called; may be empty
 * @param tempoMap its tempos and its resolution
 * @param meterMap its time signatures, at the same resolution
 * @param keySignatures its key signatures, in order of time
 * @param parts what the instruments play
 * @param chordSymbols its chord symbols, in order of time
 * @param markers its named places, in order of time
 * @param endTick where it ends: not before the last thing in it, but silence may follow
 */
public record NoteSequence(
        String title,
        TempoMap tempoMap,
        MeterMap meterMap,
        List<KeySignature> keySignatures,
        List<Part> parts,
        List<ChordSymbol> chordSymbols,
        List<Marker> markers,
        long endTick) {

    /** Checks that the resolutions agree and that nothing lies beyond the end; sorts and copies the lists. */
    public NoteSequence {
        if (tempoMap.ticksPerQuarter() != meterMap.ticksPerQuarter()) {
            throw new IllegalArgumentException("tempos and meters must have one resolution, but had "
                    + tempoMap.ticksPerQuarter() + " and " + meterMap.ticksPerQuarter() + " ticks per quarter");
        }
        Ticks.require("end of a sequence", endTick);
        keySignatures = Part.byTick(keySignatures, KeySignature::tick);
        parts = List.copyOf(parts);
        chordSymbols = Part.byTick(chordSymbols, ChordSymbol::tick);
        markers = Part.byTick(markers, Marker::tick);
        long last = lastTick(tempoMap, meterMap, keySignatures, parts, chordSymbols, markers);
        if (endTick < last) {
            throw new IllegalArgumentException("end of a sequence must not lie before the last thing in it, tick "
                    + last + ", but was " + endTick);
        }
    }

    /**
     * Starts a sequence.
     *
     * @param ticksPerQuarter the resolution of its time line
     * @return its builder
     */
    public static Builder builder(int ticksPerQuarter) {
        return new Builder(ticksPerQuarter);
    }

    /**
     * Starts a sequence like this one.
     *
     * @return a builder that holds all that this sequence does
     */
    public Builder toBuilder() {
        Builder builder = new Builder(ticksPerQuarter()).title(title).endTick(endTick);
        builder.tempos.addAll(tempoMap.tempos());
        builder.timeSignatures.addAll(meterMap.timeSignatures());
        builder.keySignatures.addAll(keySignatures);
        builder.parts.addAll(parts);
        builder.chordSymbols.addAll(chordSymbols);
        builder.markers.addAll(markers);
        return builder;
    }

    /**
     * The resolution.
     *
     * @return ticks per quarter note
     */
    public int ticksPerQuarter() {
        return tempoMap.ticksPerQuarter();
    }

    /**
     * All notes.
     *
     * @return part by part, each in order
     */
    public Stream<Note> notes() {
        return parts.stream().flatMap(part -> part.notes().stream());
    }

    /**
     * How long it takes.
     *
     * @return seconds
     */
    public double seconds() {
        return tempoMap.secondsAt(endTick);
    }

    /**
     * The same music with other parts. It ends where it did, or with the last of the new parts.
     *
     * @param newParts the parts
     * @return the sequence
     */
    public NoteSequence withParts(List<Part> newParts) {
        long end = Math.max(endTick, Part.last(newParts, Part::endTick));
        return new NoteSequence(title, tempoMap, meterMap, keySignatures, newParts, chordSymbols, markers, end);
    }

    /**
     * Moves every note to the nearest steps of a grid. A note that would have no length gets one step. All that is not a note
     * stays where it is, in ticks.
     *
     * @param grid the grid
     * @return the music counted in steps
     */
    public QuantizedSequence quantize(Grid grid) {
        return QuantizedSequence.of(this, grid);
    }

    private static long lastTick(
            TempoMap tempoMap,
            MeterMap meterMap,
            List<KeySignature> keySignatures,
            List<Part> parts,
            List<ChordSymbol> chordSymbols,
            List<Marker> markers) {
        return Stream.of(
                        Part.last(tempoMap.tempos(), Tempo::tick),
                        Part.last(meterMap.timeSignatures(), TimeSignature::tick),
                        Part.last(keySignatures, KeySignature::tick),
                        Part.last(parts, Part::endTick),
                        Part.last(chordSymbols, ChordSymbol::tick),
                        Part.last(markers, Marker::tick))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    /** Collects a sequence, in any order. */
    public static final class Builder {
        private final int ticksPerQuarter;
        private String title = "";
        private final List<Tempo> tempos = new ArrayList<>();
        private final List<TimeSignature> timeSignatures = new ArrayList<>();
        private final List<KeySignature> keySignatures = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<ChordSymbol> chordSymbols = new ArrayList<>();
        private final List<Marker> markers = new ArrayList<>();
        private long endTick;

        private Builder(int ticksPerQuarter) {
            this.ticksPerQuarter = Ticks.requireResolution(ticksPerQuarter);
        }

        /**
         * Sets the title; empty unless set.
         *
         * @param newTitle the title
         * @return this builder
         */
        public Builder title(String newTitle) {
            title = newTitle;
            return this;
        }

        /**
         * Adds a tempo; 120 quarters per minute before the first one.
         *
         * @param tick where it begins
         * @param quartersPerMinute the tempo
         * @return this builder
         */
        public Builder tempo(long tick, double quartersPerMinute) {
            return tempo(Tempo.ofQuartersPerMinute(tick, quartersPerMinute));
        }

        /**
         * Adds a tempo.
         *
         * @param tempo the tempo
         * @return this builder
         */
        public Builder tempo(Tempo tempo) {
            tempos.add(tempo);
            return this;
        }

        /**
         * Adds a time signature; 4/4 before the first one.
         *
         * @param tick where it begins
         * @param numerator beats in a bar
         * @param denominator the note value of a beat
         * @return this builder
         */
        public Builder timeSignature(long tick, int numerator, int denominator) {
            timeSignatures.add(new TimeSignature(tick, numerator, denominator));
            return this;
        }

        /**
         * Adds a key signature.
         *
         * @param tick where it begins
         * @param fifths sharps if positive, flats if negative
         * @param mode major or minor
         * @return this builder
         */
        public Builder keySignature(long tick, int fifths, KeySignature.Mode mode) {
            keySignatures.add(new KeySignature(tick, fifths, mode));
            return this;
        }

        /**
         * Adds a part.
         *
         * @param part the part
         * @return this builder
         */
        public Builder part(Part part) {
            parts.add(part);
            return this;
        }

        /**
         * Adds a chord symbol.
         *
         * @param tick where it begins
         * @param text the chord
         * @return this builder
         */
        public Builder chordSymbol(long tick, String text) {
            chordSymbols.add(new ChordSymbol(tick, text));
            return this;
        }

        /**
         * Adds a marker.
         *
         * @param tick where
         * @param text its name
         * @return this builder
         */
        public Builder marker(long tick, String text) {
            markers.add(new Marker(tick, text));
            return this;
        }

        /**
         * Says where the music ends, if silence follows the last thing in it.
         *
         * @param newEndTick the least end
         * @return this builder
         */
        public Builder endTick(long newEndTick) {
            endTick = newEndTick;
            return this;
        }

        /**
         * Makes the sequence.
         *
         * @return the sequence, which ends at the end that was set or with the last thing in it, whichever is later
         */
        public NoteSequence build() {
            TempoMap tempoMap = TempoMap.of(ticksPerQuarter, tempos);
            MeterMap meterMap = MeterMap.of(ticksPerQuarter, timeSignatures);
            long last = lastTick(tempoMap, meterMap, keySignatures, parts, chordSymbols, markers);
            return new NoteSequence(
                    title, tempoMap, meterMap, keySignatures, parts, chordSymbols, markers, Math.max(endTick, last));
        }
    }
}
