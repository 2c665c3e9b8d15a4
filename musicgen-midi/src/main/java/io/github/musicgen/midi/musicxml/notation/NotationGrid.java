package io.github.musicgen.midi.musicxml.notation;

import io.github.musicgen.midi.musicxml.notation.NotationBars.Bar;
import io.github.musicgen.representation.sequence.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Moves the notes of a part to where notation can express them. Each quarter is looked at alone: if one subdivision (256ths,
 * triplets, quintuplets and so on) has all its notes exactly, they stay; otherwise they go to 32nds or to 32nd triplets, whichever
 * is nearer on the whole.
 */
final class NotationGrid {
    private final NotationBars bars;
    private final Map<Long, List<Long>> offsets =
            new HashMap<>(); // by start of the window; times the ticks per quarter
    private final Map<Long, Subdivision> subdivisions = new HashMap<>(); // the same

    NotationGrid(NotationBars bars, List<Note> notes) {
        this.bars = bars;
        for (Note note : notes) {
            look(note.startTick());
            look(note.endTick());
        }
        offsets.forEach((window, inWindow) -> subdivisions.put(window, choose(inWindow, lengthOf(window))));
        offsets.clear();
    }

    /** A note at its place. One that would have no length gets a 32nd, or a 32nd of the tuplet it stands in. */
    NotatedNote place(Note note) {
        long start = snap(note.startTick());
        long scoreEnd = bars.bars().get(bars.bars().size() - 1).end();
        if (start >= scoreEnd) {
            start = windowAt(scoreEnd - 1);
        }
        long end = snap(note.endTick());
        if (end <= start) {
            long window = windowAt(start);
            end = Math.min(
                    window + lengthOf(window), start + subdivisionAt(start).coarse());
        }
        return new NotatedNote(note.pitch(), note.velocity(), start, end, note.startTick());
    }

    /** How the quarter is divided that a position of the notation lies in. */
    Subdivision subdivisionAt(long position) {
        long window = windowAt(position);
        return subdivisions.getOrDefault(window, usual(lengthOf(window)));
    }

    /** Where the quarter begins that a position lies in; quarters are counted from the start of the bar. */
    long windowAt(long position) {
        Bar bar = bars.bars().get(bars.indexAtPosition(position));
        return position - (position - bar.start()) % NotationTime.QUARTER;
    }

    /** A quarter, or what the bar has left. */
    long lengthOf(long window) {
        Bar bar = bars.bars().get(bars.indexAtPosition(window));
        return Math.min(NotationTime.QUARTER, bar.end() - window);
    }

    private void look(long tick) {
        int index = bars.indexAt(tick);
        long offset = bars.offset(index, tick);
        long quarter = NotationTime.QUARTER * bars.ticksPerQuarter();
        Bar bar = bars.bars().get(index);
        if (offset % quarter != 0 && offset < bar.length() * bars.ticksPerQuarter()) {
            offsets.computeIfAbsent(bar.start() + offset / quarter * NotationTime.QUARTER, key -> new ArrayList<>())
                    .add(offset % quarter);
        }
    }

    private long snap(long tick) {
        int index = bars.indexAt(tick);
        Bar bar = bars.bars().get(index);
        long offset = bars.offset(index, tick);
        long quarter = NotationTime.QUARTER * bars.ticksPerQuarter();
        if (offset == bar.length() * bars.ticksPerQuarter()) {
            return bar.end();
        }
        long window = bar.start() + offset / quarter * NotationTime.QUARTER;
        long step = subdivisionAt(window).step();
        long steps = NotationBars.roundedQuotient(offset % quarter, step * bars.ticksPerQuarter());
        return Math.min(window + lengthOf(window), window + steps * step);
    }

    private Subdivision choose(List<Long> inWindow, long length) {
        for (Subdivision subdivision : Subdivision.ALL) {
            if (length % subdivision.step() == 0 && error(inWindow, subdivision) == 0) {
                return subdivision;
            }
        }
        boolean binaryFits = length % NotationTime.SHORTEST == 0;
        boolean binaryIsNearer =
                error(inWindow, Subdivision.ROUNDED_BINARY) <= error(inWindow, Subdivision.ROUNDED_TRIPLET);
        return binaryFits && binaryIsNearer ? Subdivision.ROUNDED_BINARY : Subdivision.ROUNDED_TRIPLET;
    }

    /** How far all offsets are from their places together. */
    private long error(List<Long> inWindow, Subdivision subdivision) {
        long step = subdivision.step() * bars.ticksPerQuarter();
        long error = 0;
        for (long offset : inWindow) {
            long rest = offset % step;
            error += Math.min(rest, step - rest);
        }
        return error;
    }

    private static Subdivision usual(long length) {
        return length % NotationTime.SHORTEST == 0 ? Subdivision.BINARY : Subdivision.TRIPLET;
    }
}
