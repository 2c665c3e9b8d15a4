package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All that is written along the time line: markers, chord symbols and bar numbers above the roll, lyrics below it.
 *
 * @param markers the markers
 * @param chords the chord symbols
 * @param ruler the bar numbers, with the time signature where it changes
 * @param lyrics the lyrics, a line for each voice
 */
record Captions(TextLine markers, TextLine chords, TextLine ruler, List<TextLine> lyrics) {
    private static final int CHORD_LINES = 2;
    private static final int MOST_LYRIC_LINES = 4;
    private static final double GAP = 4;
    private static final double LEAST_NUMBER_WIDTH = 30;
    private static final char SPACE = '\u2002'; // one that neighbors do not swallow

    /** What can be written next to a roll, of which only the width matters here. */
    static Captions of(NoteSequence sequence, List<Voice> voices, RollGeometry roll) {
        TextLine markers = new TextLine(roll, TextLine.Style.MARKER, 1);
        for (Marker marker : sequence.markers()) {
            markers.add(marker.tick(), marker.text());
        }
        TextLine chords = new TextLine(roll, TextLine.Style.CHORD, CHORD_LINES);
        for (ChordSymbol chord : sequence.chordSymbols()) {
            chords.add(chord.tick(), chord.text());
        }
        return new Captions(markers, chords, ruler(sequence.meterMap(), roll), lyrics(voices, roll));
    }

    /** A line for each voice that sings, so that words stay next to those they belong to; the last line takes all others. */
    private static List<TextLine> lyrics(List<Voice> voices, RollGeometry roll) {
        List<List<Lyric>> sung = new ArrayList<>();
        for (Voice voice : voices) {
            if (!voice.part().lyrics().isEmpty()) {
                if (sung.size() < MOST_LYRIC_LINES) {
                    sung.add(new ArrayList<>());
                }
                sung.get(sung.size() - 1).addAll(voice.part().lyrics());
            }
        }
        List<TextLine> lines = new ArrayList<>();
        for (List<Lyric> lyrics : sung) {
            TextLine line = new TextLine(roll, TextLine.Style.LYRIC, 1);
            lyrics.stream()
                    .sorted(Comparator.comparingLong(Lyric::tick))
                    .forEach(lyric -> line.add(lyric.tick(), lyric.text()));
            lines.add(line);
        }
        return lines;
    }

    private static TextLine ruler(MeterMap meterMap, RollGeometry roll) {
        TextLine ruler = new TextLine(roll, TextLine.Style.RULER, 1);
        for (long bar : new Bars(meterMap, roll).every(LEAST_NUMBER_WIDTH)) {
            long tick = meterMap.barStart(bar);
            TimeSignature signature = meterMap.timeSignatureAt(tick);
            String number = String.valueOf(bar + 1);
            ruler.add(tick, signature.tick() == tick ? number + SPACE + signature.name() : number);
        }
        return ruler;
    }

    double heightAbove() {
        return withGap(markers) + withGap(chords) + withGap(ruler);
    }

    double heightBelow() {
        return lyrics.stream().mapToDouble(Captions::withGap).sum();
    }

    private static double withGap(TextLine line) {
        return line.height() > 0 ? line.height() + GAP : 0;
    }

    void draw(SvgWriter svg, RollGeometry roll) {
        double top = roll.top() - heightAbove();
        for (TextLine line : List.of(markers, chords, ruler)) {
            line.draw(svg, top);
            top += withGap(line);
        }
        double below = roll.bottom() + GAP;
        for (TextLine line : lyrics) {
            line.draw(svg, below);
            below += withGap(line);
        }
    }
}
