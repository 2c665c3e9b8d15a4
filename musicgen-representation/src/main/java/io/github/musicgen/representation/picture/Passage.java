package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.ChordSymbol;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Marker;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;
import java.util.stream.Stream;

/** How much of a piece is shown where nobody says. */
final class Passage {
    private static final int BARS_OF_SILENCE = 4;

    private Passage() {}

    /** The end of the bar in which the last thing lies that can be seen. */
    static long end(NoteSequence sequence, List<Region> regions, long fromTick) {
        long last = Stream.of(
                        sequence.notes().mapToLong(Note::endTick),
                        sequence.chordSymbols().stream().mapToLong(ChordSymbol::tick),
                        sequence.markers().stream().mapToLong(Marker::tick),
                        sequence.parts().stream()
                                .flatMap(part -> part.lyrics().stream())
                                .mapToLong(Lyric::tick),
                        regions.stream().mapToLong(Region::toTick))
                .flatMapToLong(ticks -> ticks)
                .max()
                .orElse(0);
        long end = last == 0 ? sequence.meterMap().barStart(BARS_OF_SILENCE) : Bars.endOfBar(sequence.meterMap(), last);
        return Math.max(fromTick + 1, end);
    }
}
