package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.playing.TimedMeasure.TimedMark;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.score.Mark;
import io.github.musicgen.midi.musicxml.score.Mark.ChordMark;
import io.github.musicgen.midi.musicxml.score.Mark.KeyMark;
import io.github.musicgen.midi.musicxml.score.Mark.Rehearsal;
import io.github.musicgen.midi.musicxml.score.Mark.TempoMark;
import io.github.musicgen.midi.musicxml.score.Measure;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenKey;
import io.github.musicgen.midi.musicxml.score.Score;
import io.github.musicgen.midi.musicxml.score.ScorePart;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.unfolding.Form;
import io.github.musicgen.midi.musicxml.unfolding.Unfolding;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plays a score: makes a note sequence of it. */
public final class ScorePlayer {
    private static final int MOST_FIFTHS = 7;
    private static final int FIFTHS_PER_CIRCLE = 12;
    private static final double USUAL_TEMPO = 120;

    private final Score score;
    private final TimeBase timeBase;
    private final int[] order;
    private final BarChain bars;
    private final List<List<TimedMeasure>> parts; // [parts][measures]
    private final List<Boolean> drums; // [parts]

    private ScorePlayer(Score score, Notices notices) throws MalformedMusicXmlException {
        this.score = score;
        this.timeBase = TimeBase.of(score, notices);
        this.parts = new ArrayList<>();
        this.drums = new ArrayList<>();
        for (ScorePart part : score.parts()) {
            PartSounds sounds = new PartSounds(part, notices);
            drums.add(sounds.drums());
            parts.add(time(part, new MeasureTimer(timeBase, sounds, notices)));
        }
        MeterAlignment.align(parts, score, timeBase, notices);
        WrittenBars written = new WrittenBars(score, parts, timeBase, notices);
        this.order = Unfolding.order(new Form(score), written.weights(), written.budget(), notices);
        this.bars = BarChain.of(timeBase, order, written.lengths(), written.meters());
    }

    public static NoteSequence play(Score score, Notices notices) throws MalformedMusicXmlException {
        return new ScorePlayer(score, notices).sequence();
    }

    private static List<TimedMeasure> time(ScorePart part, MeasureTimer timer) throws MalformedMusicXmlException {
        List<TimedMeasure> timed = new ArrayList<>(part.measures().size());
        for (Measure measure : part.measures()) {
            timed.add(timer.time(measure));
        }
        return timed;
    }

    private NoteSequence sequence() {
        NoteSequence.Builder sequence = NoteSequence.builder(timeBase.ticksPerQuarter())
                .title(score.title())
                .endTick(timeBase.ticks(bars.end()));
        for (TimeSignature signature : bars.timeSignatures()) {
            sequence.timeSignature(signature.tick(), signature.numerator(), signature.denominator());
        }
        timeline(TempoMark.class, new TempoMark(USUAL_TEMPO))
                .play(order, bars, (mark, time) -> sequence.tempo(timeBase.ticks(time), mark.quartersPerMinute()));
        timeline(KeyMark.class, null)
                .play(order, bars, (mark, time) -> addKey(sequence, mark.key(), timeBase.ticks(time)));
        playParts(sequence);
        playMarks(sequence);
        return sequence.build();
    }

    private <T extends Mark> Timeline<T> timeline(Class<T> kind, @Nullable T byDefault) {
        return new Timeline<>(parts, score.measureCount(), kind, byDefault);
    }

    /** A key beyond seven sharps or flats is written as the one that sounds alike. */
    private static void addKey(NoteSequence.Builder sequence, WrittenKey key, long tick) {
        int fifths = key.fifths();
        while (Math.abs(fifths) > MOST_FIFTHS) {
            fifths -= Integer.signum(fifths) * FIFTHS_PER_CIRCLE;
        }
        sequence.keySignature(tick, fifths, key.minor() ? Mode.MINOR : Mode.MAJOR);
    }

    private void playParts(NoteSequence.Builder sequence) {
        for (int i = 0; i < parts.size(); i++) {
            List<TimedMeasure> measures = parts.get(i);
            PartPlayer player = new PartPlayer(timeBase, score.parts().get(i).declaration(), drums.get(i));
            int[] passes = new int[measures.size()];
            for (int bar = 0; bar < order.length; bar++) {
                int measure = order[bar];
                if (measure < measures.size()) {
                    player.play(measures.get(measure), bars.start(bar), ++passes[measure]);
                }
            }
            sequence.part(player.part());
        }
    }

    /** Chord symbols and rehearsal marks; what several parts say alike counts once. */
    private void playMarks(NoteSequence.Builder sequence) {
        for (int bar = 0; bar < order.length; bar++) {
            Set<TimedMark> seen = new HashSet<>();
            for (List<TimedMeasure> measures : parts) {
                if (order[bar] < measures.size()) {
                    for (TimedMark mark : measures.get(order[bar]).marks()) {
                        if (seen.add(mark)) {
                            addMark(sequence, mark.mark(), timeBase.ticks(bars.start(bar) + mark.offset()));
                        }
                    }
                }
            }
        }
    }

    private static void addMark(NoteSequence.Builder sequence, Mark mark, long tick) {
        if (mark instanceof ChordMark chord) {
            sequence.chordSymbol(tick, chord.harmony().text());
        } else if (mark instanceof Rehearsal rehearsal) {
            sequence.marker(tick, rehearsal.text());
        }
    }
}
