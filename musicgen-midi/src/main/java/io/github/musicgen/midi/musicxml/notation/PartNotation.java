package io.github.musicgen.midi.musicxml.notation;

import io.github.musicgen.midi.musicxml.notation.NotationBars.Bar;
import io.github.musicgen.midi.musicxml.notation.VoiceLayout.Staff;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A part as it is printed: staves, voices, and what stands in each bar. */
public final class PartNotation {
    /** The most pieces that the notes of a part may be cut into. */
    static final long MAX_PIECES = 2_000_000;

    private final List<Staff> staves;
    private final List<List<VoiceBar>> bars = new ArrayList<>(); // [bars]

    /**
     * A voice within a bar.
     *
     * @param staff its staff counted from 1
     * @param voice its number within the part, counted from 1
     * @param pieces what fills the bar; nothing if it is silent
     */
    public record VoiceBar(int staff, int voice, List<NotatedPiece> pieces) {}

    private record Voice(int staff, int number, VoiceNotation notation) {}

    private PartNotation(List<Staff> staves) {
        this.staves = staves;
    }

    public static PartNotation of(Part part, NotationBars scoreBars) {
        NotationGrid grid = new NotationGrid(scoreBars, part.notes());
        List<NotatedNote> notes = part.notes().stream().map(grid::place).toList();
        requireFeasible(notes, scoreBars);
        PartNotation notation = new PartNotation(VoiceLayout.staves(notes, part.program(), part.drums()));
        List<Voice> voices = notation.voices(grid);
        for (Bar bar : scoreBars.bars()) {
            notation.bars.add(voices.stream()
                    .map(voice -> new VoiceBar(voice.staff, voice.number, voice.notation.bar(bar)))
                    // The first voice of a staff is never left out, so that rests are seen.
                    .filter(voice -> !voice.pieces.isEmpty() || isFirstOfStaff(voice.voice))
                    .toList());
        }
        return notation;
    }

    static boolean isFirstOfStaff(int voice) {
        return voice % VoiceLayout.VOICES_PER_STAFF == 1;
    }

    public List<Staff> staves() {
        return staves;
    }

    public List<VoiceBar> bar(int index) {
        return bars.get(index);
    }

    /** All pieces, bar by bar. */
    public Stream<NotatedPiece> pieces() {
        return bars.stream().flatMap(List::stream).flatMap(voice -> voice.pieces().stream());
    }

    private List<Voice> voices(NotationGrid grid) {
        List<Voice> voices = new ArrayList<>();
        for (int staff = 0; staff < staves.size(); staff++) {
            List<List<NotatedNote>> ofStaff = staves.get(staff).voices();
            for (int i = 0; i < ofStaff.size(); i++) {
                int number = staff * VoiceLayout.VOICES_PER_STAFF + i + 1;
                voices.add(new Voice(staff + 1, number, new VoiceNotation(ofStaff.get(i), grid)));
            }
        }
        return voices;
    }

    /** Counts pieces as if all notes were in one voice, where each is cut whenever another begins or ends. */
    private static void requireFeasible(List<NotatedNote> notes, NotationBars bars) {
        long[] starts = notes.stream().mapToLong(NotatedNote::start).sorted().toArray();
        long[] ends = notes.stream().mapToLong(NotatedNote::end).sorted().toArray();
        long pieces = 0;
        int ended = 0;
        for (int begun = 0; begun < starts.length; begun++) {
            while (ends[ended] <= starts[begun]) {
                pieces += begun - ended;
                ended++;
            }
            pieces += begun - ended + 1;
        }
        for (NotatedNote note : notes) {
            pieces += bars.indexAtPosition(note.end() - 1) - bars.indexAtPosition(note.start());
        }
        if (pieces > MAX_PIECES) {
            throw new IllegalArgumentException("the notes of a part must be written with at most " + MAX_PIECES
                    + " tied pieces, but may need " + pieces);
        }
    }
}
