package io.github.musicgen.midi.musicxml.score;

import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a measure holds, in the order of the file. Lengths count quarter notes. */
public sealed interface MeasureElement {

    /** Where it stands in the file. */
    ScorePlace place();

    /** A step of the cursor: back if negative. */
    record Move(ScorePlace place, Fraction quarters) implements MeasureElement {}

    /** Something that happens at the cursor, or away from it. */
    record Direction(ScorePlace place, Fraction offset, Mark mark) implements MeasureElement {}

    /** What holds from the cursor on; null where nothing changes. */
    record Attributes(
            ScorePlace place,
            @Nullable WrittenKey key,
            @Nullable Meter meter,
            List<Transposition> transpositions) implements MeasureElement {}

    /** A key as written, in fifths above C major. */
    record WrittenKey(int fifths, boolean minor) {}

    /**
     * How far a part sounds from what is written.
     *
     * @param staff the staff it holds for; 0 for all
     * @param chromatic semitones up
     * @param fifths how far keys and chords move on the line of fifths
     * @param doubled the octave that sounds as well, in semitones; 0 for none
     */
    record Transposition(int staff, int chromatic, int fifths, int doubled) {
        public static final Transposition NONE = new Transposition(0, 0, 0, 0);
    }

    /**
     * A note or a rest.
     *
     * @param kind how it counts
     * @param chord whether it starts with the note before it
     * @param quarters how long it is; 0 for grace notes
     * @param sound what sounds
     * @param tieStop whether it goes on from an earlier note
     * @param tieStart whether a later note goes on from it
     * @param voice its voice
     * @param staff its staff counted from 1
     * @param instrument the id of its instrument; empty if not given
     * @param velocity how hard it is struck; 0 if not given
     * @param lyrics its syllables, verse by verse
     */
    record WrittenNote(
            ScorePlace place,
            Kind kind,
            boolean chord,
            Fraction quarters,
            WrittenSound sound,
            boolean tieStop,
            boolean tieStart,
            String voice,
            int staff,
            String instrument,
            int velocity,
            List<VerseSyllable> lyrics)
            implements MeasureElement {

        /** How a note counts. */
        public enum Kind {
            /** It takes its time and sounds. */
            FULL,
            /** It sounds, but takes no time. */
            GRACE,
            /** It takes its time, but belongs to somebody else. */
            CUE,
            /** Neither. */
            CUE_GRACE
        }

        public boolean grace() {
            return kind == Kind.GRACE || kind == Kind.CUE_GRACE;
        }

        public boolean cue() {
            return kind == Kind.CUE || kind == Kind.CUE_GRACE;
        }
    }

    /** What a note sounds. */
    sealed interface WrittenSound {}

    /** Silence. */
    record Rest() implements WrittenSound {}

    /** A pitch as written, in semitones; 60 is middle C. It may lie outside of what MIDI has. */
    record WrittenPitch(int semitones) implements WrittenSound {}

    /** A drum, at a place on the staff. */
    record Unpitched(String displayStep, int displayOctave) implements WrittenSound {}

    /**
     * A syllable, with a hyphen at its end if the word goes on.
     *
     * @param verse the number of the verse; 0 if it has no number
     */
    record VerseSyllable(int verse, String text) {}
}
