package io.github.musicgen.midi.musicxml.notation;

import io.github.musicgen.midi.musicxml.notation.NotatedPiece.Head;
import io.github.musicgen.midi.musicxml.notation.NotationBars.Bar;
import io.github.musicgen.midi.musicxml.notation.ValueSplitter.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns a voice into notes, chords and rests, bar by bar. */
final class VoiceNotation {
    private final List<NotatedNote> notes;
    private final NotationGrid grid;
    private final List<NotatedNote> sounding = new ArrayList<>();
    private int next;

    /** Notes come in order of time. */
    VoiceNotation(List<NotatedNote> notes, NotationGrid grid) {
        this.notes = notes;
        this.grid = grid;
    }

    /** The next bar: pieces that fill it, or none if no note sounds in it. */
    List<NotatedPiece> bar(Bar bar) {
        sounding.removeIf(note -> note.end() <= bar.start());
        if (sounding.isEmpty() && (next == notes.size() || notes.get(next).start() >= bar.end())) {
            return List.of();
        }
        SortedSet<Long> cuts = cuts(bar);
        List<NotatedPiece> pieces = new ArrayList<>();
        long start = cuts.first();
        cuts.remove(start);
        for (long end : cuts) {
            long from = start;
            sounding.removeIf(note -> note.end() <= from);
            while (next < notes.size() && notes.get(next).start() <= from) {
                sounding.add(notes.get(next++));
            }
            addPieces(bar, start, end, pieces);
            start = end;
        }
        return pieces;
    }

    /** Wherever something begins or ends, and around each tuplet that this makes necessary. */
    private SortedSet<Long> cuts(Bar bar) {
        SortedSet<Long> cuts = new TreeSet<>();
        for (NotatedNote note : sounding) {
            addCut(note.end(), bar, cuts);
        }
        for (int i = next; i < notes.size() && notes.get(i).start() < bar.end(); i++) {
            addCut(notes.get(i).start(), bar, cuts);
            addCut(notes.get(i).end(), bar, cuts);
        }
        addCut(bar.end(), bar, cuts);
        cuts.add(bar.start());
        return cuts;
    }

    private void addCut(long position, Bar bar, SortedSet<Long> cuts) {
        if (position > bar.end()) {
            return;
        }
        cuts.add(position);
        if (position > bar.start()) {
            long window = grid.windowAt(position - 1);
            long windowEnd = window + grid.lengthOf(window);
            boolean within = position < windowEnd || grid.lengthOf(window) % NotationTime.SHORTEST != 0;
            if (within && grid.subdivisionAt(window).isTuplet()) {
                cuts.add(window);
                cuts.add(windowEnd);
            }
        }
    }

    private void addPieces(Bar bar, long start, long end, List<NotatedPiece> pieces) {
        long window = grid.windowAt(start);
        long windowEnd = window + grid.lengthOf(window);
        boolean fillsBinary = start == window && (end - start) % NotationTime.SHORTEST == 0 && end >= windowEnd;
        if (grid.subdivisionAt(window).isTuplet() && !fillsBinary) {
            addTuplet(window, windowEnd, start, end, pieces);
        } else {
            for (Value value : ValueSplitter.split(start - bar.start(), end - bar.start())) {
                add(bar.start() + value.start(), value.length(), value, Subdivision.BINARY, false, false, pieces);
            }
        }
    }

    private void addTuplet(long window, long windowEnd, long start, long end, List<NotatedPiece> pieces) {
        Subdivision tuplet = grid.subdivisionAt(window);
        long scaledStart = (start - window) * tuplet.actual() / tuplet.normal();
        long scaledEnd = (end - window) * tuplet.actual() / tuplet.normal();
        for (Value value : ValueSplitter.split(scaledStart, scaledEnd)) {
            long from = window + value.start() * tuplet.normal() / tuplet.actual();
            long length = value.length() * tuplet.normal() / tuplet.actual();
            add(from, length, value, tuplet, from == window, from + length == windowEnd, pieces);
        }
    }

    private void add(
            long start,
            long length,
            Value value,
            Subdivision tuplet,
            boolean first,
            boolean last,
            List<NotatedPiece> pieces) {
        List<Head> heads = sounding.stream()
                .map(note -> new Head(note, note.start() < start, note.end() > start + length))
                .toList();
        pieces.add(new NotatedPiece(start, length, value.powerOfTwo(), value.dotted(), tuplet, first, last, heads));
    }
}
