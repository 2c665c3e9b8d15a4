package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TempoMap;
import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
        keySignatures = Events.inOrder(keySignatures);
        parts = List.copyOf(parts);
        chordSymbols = Events.inOrder(chordSymbols);
        markers = Events.inOrder(markers);
        long last = lastTick(parts, tempoMap.tempos(), meterMap.timeSignatures(), keySignatures, chordSymbols, markers);
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
        return new Builder(ticksPerQuarter())
                .title(title)
                .tempos(tempoMap.tempos())
                .timeSignatures(meterMap.timeSignatures())
                .keySignatures(keySignatures)
                .parts(parts)
                .chordSymbols(chordSymbols)
                .markers(markers)
                .endTick(endTick);
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
     * Where the last of its notes ends, whatever stands behind it.
     *
     * @return the tick, 0 if there is no note
     */
    public long lastNoteEnd() {
        return notes().mapToLong(Note::endTick).max().orElse(0);
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
        long end = Math.max(endTick, lastTick(newParts));
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

    /**
     * What lies between two ticks, moved to start at tick 0. What holds where it begins (tempo, meter, key, chord, controllers,
     * pitch bends) is stated there anew.
     *
     * <p>Every note belongs to the tick that it starts at: one that started before is left out even if it still sounds, one that
     * sounds beyond the end is cut there. What lies exactly at the end is left out, unless the music itself ends there: so
     * {@code trim(0, endTick())} is the whole.
     *
     * @param startTick where to begin
     * @param newEndTick where to end; the music ends where it did if that is earlier
     * @return the sequence, which ends where it was cut even if nothing sounds there
     * @throws IllegalArgumentException if the start lies beyond the end of the music or after the end wanted
     */
    public NoteSequence trim(long startTick, long newEndTick) {
        return Cutting.trimmed(this, startTick, newEndTick);
    }

    /**
     * Cuts the music into pieces, each as {@link #trim} makes it. Every piece has all parts, be they empty.
     *
     * @param cuts where to cut
     * @return the pieces, at least one
     * @throws IllegalArgumentException if there are too many of them
     */
    public List<NoteSequence> split(Cuts cuts) {
        return Cutting.split(this, cuts);
    }

    /**
     * Puts sequences one after another: each begins where the one before ends, with its own tempos and meters.
     *
     * <p>Parts of the same name, program and kind (drums or not) become one, the first of them in each sequence with the first,
     * the second with the second. What already holds where a sequence begins is not stated again. Controllers and pitch bends
     * that the one before has left away from rest are reset, as the MIDI message "reset all controllers" would, and a chord
     * that it has left ends; but its key goes on until the next one. The resolution is the least in which all ticks are exact,
     * or the finest of them if that would be too fine; the title is the first.
     *
     * @param sequences at least one
     * @return the music
     * @throws IllegalArgumentException if there is none, or if the end lies beyond the last possible tick
     */
    public static NoteSequence concatenate(List<NoteSequence> sequences) {
        return Joining.joined(sequences);
    }

    /**
     * Lets sequences sound together, tick by tick. The first one conducts: title, tempos and meters are its own. Parts stand one
     * after another, none become one. Keys come from the first sequence that has any, and so do chords; markers come from all,
     * but none twice. The resolution is found as by {@link #concatenate}.
     *
     * @param sequences at least one
     * @return the music, which ends with the last of them
     * @throws IllegalArgumentException if there is none
     */
    public static NoteSequence merge(List<NoteSequence> sequences) {
        return Merging.merged(sequences);
    }

    /**
     * Plays the music several times in succession, put together as by {@link #concatenate}.
     *
     * @param times how many times, at least 1
     * @return the music
     * @throws IllegalArgumentException if that is less than 1 or makes more than 16,777,216 notes and other events
     */
    public NoteSequence repeat(int times) {
        return Repeating.times(this, times);
    }

    /**
     * Plays the music again and again until a tick, where the last time is cut as by {@link #trim}.
     *
     * @param newEndTick where to end
     * @return the music
     * @throws IllegalArgumentException if the music has no length, or if that makes more than 16,777,216 notes and other events
     */
    public NoteSequence repeatUntil(long newEndTick) {
        return Repeating.until(this, newEndTick);
    }

    /**
     * Moves everything later. The silence before it runs in the first tempo and meter, and a bar begins where the music does.
     *
     * @param ticks how much later
     * @return the music
     */
    public NoteSequence shift(long ticks) {
        return Retiming.shifted(this, ticks);
    }

    /**
     * Makes the music slower or faster: the same notes in the same bars, at tempos whose quarters last so many times as long,
     * each rounded to a microsecond. Ticks, and so steps per quarter, stay as they are.
     *
     * @param factor more than 1 for slower: 2 takes twice as long
     * @return the music
     * @throws IllegalArgumentException if a tempo would no longer be one
     */
    public NoteSequence stretch(double factor) {
        return Retiming.stretched(this, factor);
    }

    /**
     * The same music on another time line, everything at the nearest tick. Exact when the resolution becomes a multiple, and
     * always undone by going back from a finer one. A note that has a length keeps at least one tick of it.
     *
     * @param newTicksPerQuarter the resolution wanted
     * @return the music
     */
    public NoteSequence withResolution(int newTicksPerQuarter) {
        return Retiming.withResolution(this, newTicksPerQuarter);
    }

    /**
     * Moves all pitches but those of drums, and keys and chord symbols with them. A note that would leave the range of MIDI
     * comes back into it by octaves. Roots and basses of chords and tonics of keys are spelled with few accidentals; what does
     * not begin like a chord symbol stays as it is.
     *
     * @param semitones how far up, or down if negative: -127 to 127
     * @return the music
     */
    public NoteSequence transpose(int semitones) {
        return Transposing.transposed(this, semitones);
    }

    /**
     * Lets the sustain pedal (controller 64, down from value 64 on) act on the notes of its own part: a note that ends while it
     * is down sounds on until the pedal is lifted, or until the end of the music. A note struck while the pedal is down ends
     * all earlier ones of its pitch. The pedal's events are then removed, for the notes say it all. Drums stay as they are.
     *
     * @return the music as it sounds
     */
    public NoteSequence applySustainPedal() {
        return SustainPedal.applied(this);
    }

    /**
     * Leaves only some of the parts. All that is common to the parts stays, and so does the end.
     *
     * @param wanted which parts
     * @return the music
     */
    public NoteSequence selectParts(Predicate<Part> wanted) {
        return withParts(parts.stream().filter(wanted).toList());
    }

    @SafeVarargs
    private static long lastTick(List<Part> parts, List<? extends TickEvent<?>>... events) {
        return parts.stream().mapToLong(Part::endTick).reduce(Events.lastTick(events), Math::max);
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
            return keySignature(new KeySignature(tick, fifths, mode));
        }

        /**
         * Adds a key signature.
         *
         * @param signature the signature
         * @return this builder
         */
        public Builder keySignature(KeySignature signature) {
            keySignatures.add(signature);
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
            long last = lastTick(parts, tempos, timeSignatures, keySignatures, chordSymbols, markers);
            return new NoteSequence(
                    title,
                    TempoMap.of(ticksPerQuarter, tempos),
                    MeterMap.of(ticksPerQuarter, timeSignatures),
                    keySignatures,
                    parts,
                    chordSymbols,
                    markers,
                    Math.max(endTick, last));
        }

        // The operations of this package move whole lists.

        Builder tempos(List<Tempo> moreTempos) {
            tempos.addAll(moreTempos);
            return this;
        }

        Builder timeSignatures(List<TimeSignature> moreTimeSignatures) {
            timeSignatures.addAll(moreTimeSignatures);
            return this;
        }

        Builder keySignatures(List<KeySignature> moreKeySignatures) {
            keySignatures.addAll(moreKeySignatures);
            return this;
        }

        Builder parts(List<Part> moreParts) {
            parts.addAll(moreParts);
            return this;
        }

        Builder chordSymbols(List<ChordSymbol> moreChordSymbols) {
            chordSymbols.addAll(moreChordSymbols);
            return this;
        }

        Builder markers(List<Marker> moreMarkers) {
            markers.addAll(moreMarkers);
            return this;
        }
    }
}
