package io.github.musicgen.midi.musicxml.notation;

import io.github.musicgen.midi.musicxml.notation.NotatedPiece.Head;
import io.github.musicgen.representation.sequence.Lyric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which notes syllables are written below: the one that begins or goes on with them, else the next that begins, else the last
 * one before.
 */
public final class LyricPlacement {
    private final Map<Long, List<Lyric>> byPosition = new HashMap<>();

    private LyricPlacement() {}

    /** Places the lyrics of a part among its pieces. */
    public static LyricPlacement of(List<Lyric> lyrics, Stream<NotatedPiece> pieces, NotationBars bars) {
        NavigableSet<Long> starts = new TreeSet<>();
        NavigableSet<Long> continuations = new TreeSet<>();
        Map<Long, Long> startsByTick = new HashMap<>();
        pieces.forEach(piece -> {
            for (Head head : piece.heads()) {
                (head.tieStop() ? continuations : starts).add(piece.start());
                if (!head.tieStop()) {
                    startsByTick.put(head.note().startTick(), piece.start());
                }
            }
        });
        LyricPlacement placement = new LyricPlacement();
        for (Lyric lyric : lyrics) {
            Long start = startsByTick.get(lyric.tick());
            long position = start == null ? bars.position(lyric.tick()) : start;
            if (!starts.contains(position) && !continuations.contains(position)) {
                Long following = starts.ceiling(position);
                position = following != null ? following : starts.isEmpty() ? position : starts.last();
            }
            placement
                    .byPosition
                    .computeIfAbsent(position, key -> new ArrayList<>())
                    .add(lyric);
        }
        return placement;
    }

    /** The syllables of a piece that begins at a position, once. */
    public List<Lyric> take(long position) {
        List<Lyric> lyrics = byPosition.remove(position);
        return lyrics == null ? List.of() : lyrics;
    }
}
