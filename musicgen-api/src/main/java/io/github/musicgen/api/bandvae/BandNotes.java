package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.pianoroll.PianoRoll;
import io.github.musicgen.representation.pianoroll.PitchRange;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.List;

/**
 * Segments of one instrument, one after the other, as notes. A note that is held over a border is one note; one that is held where nothing
 * sounded before starts there.
 */
public final class BandNotes {
    private static final int USUAL_VELOCITY = 100;

    private final BandInstrument instrument;
    private final int steps;
    private final List<BandCells> segments = new ArrayList<>();
    private final List<byte[]> velocities = new ArrayList<>();

    /**
     * No notes yet.
     *
     * @param configuration the band
     * @param instrument its index
     */
    public BandNotes(BandVaeConfiguration configuration, int instrument) {
        this.instrument = configuration.instruments().get(instrument);
        this.steps = configuration.steps();
    }

    /**
     * Appends a segment.
     *
     * @param cells what is played
     * @param cellVelocities how hard, 1 to 127; 0 for the usual // [steps * columns]
     */
    public void add(BandCells cells, byte[] cellVelocities) {
        segments.add(cells);
        velocities.add(cellVelocities.clone());
    }

    /**
     * The part.
     *
     * @param ticksPerStep how long a step is
     * @param startTick where the first segment begins
     * @param endTick where all notes end at last
     * @return a part with the instrument's name and program
     */
    public Part part(long ticksPerStep, long startTick, long endTick) {
        List<Note> notes = new ArrayList<>();
        for (QuantizedNote note : quantized()) {
            long from = startTick + note.startStep() * ticksPerStep;
            long to = Math.min(endTick, startTick + note.endStep() * ticksPerStep);
            if (from < to) {
                notes.add(new Note(instrument.pitch(note.pitch()), note.velocity(), from, to));
            }
        }
        return Part.builder(instrument.name())
                .program(instrument.program())
                .drums(instrument.drums())
                .notes(notes)
                .build();
    }

    /** Notes with columns in place of pitches. */
    private List<QuantizedNote> quantized() {
        int columns = instrument.columns();
        byte[] all = new byte[segments.size() * steps * columns];
        for (int i = 0; i < segments.size(); i++) {
            System.arraycopy(segments.get(i).states(), 0, all, i * steps * columns, steps * columns);
        }
        List<QuantizedNote> notes = new ArrayList<>();
        for (QuantizedNote note :
                PianoRoll.ofCodes(all, new PitchRange(0, columns - 1)).notes()) {
            notes.add(new QuantizedNote(note.pitch(), velocity(note), note.startStep(), note.endStep()));
        }
        return notes;
    }

    private int velocity(QuantizedNote note) {
        int cell = note.startStep() % steps * instrument.columns() + note.pitch();
        int told = velocities.get(note.startStep() / steps)[cell];
        return told > 0 ? told : USUAL_VELOCITY;
    }
}
