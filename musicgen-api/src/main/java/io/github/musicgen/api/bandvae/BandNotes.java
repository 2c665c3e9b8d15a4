package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Segments of one instrument, one after the other, as notes. A note that is held over a border is one note; one that is held where nothing
 * sounded before starts there.
 */
public final class BandNotes {
    private static final int USUAL_VELOCITY = 100;

    private static final int NONE = -1;

    private final BandInstrument instrument;
    private final int higher; // semitones
    private final int steps;
    private final int[] starts; // [columns], where what sounds began, or NONE
    private final int[] velocities; // [columns], of what sounds
    private final List<QuantizedNote> ended = new ArrayList<>(); // with columns in place of pitches
    private int length;

    /**
     * No notes yet.
     *
     * @param configuration the band
     * @param instrument its index
     * @param key in which it plays: what it plays is moved back from home
     */
    public BandNotes(BandVaeConfiguration configuration, int instrument, PlayedKey key) {
        this.instrument = configuration.instruments().get(instrument);
        this.higher = this.instrument.drums() ? 0 : -key.toHome();
        this.steps = configuration.steps();
        this.starts = new int[this.instrument.columns()];
        this.velocities = new int[starts.length];
        Arrays.fill(starts, NONE);
    }

    /**
     * Appends a segment.
     *
     * @param cells what is played
     * @param cellVelocities how hard, 1 to 127; 0 for the usual // [steps * columns]
     */
    public void add(BandCells cells, byte[] cellVelocities) {
        int cell = 0;
        for (int step = 0; step < steps; step++) {
            for (int column = 0; column < starts.length; column++) {
                hear(column, length + step, cells.at(cell), cellVelocities[cell]);
                cell++;
            }
        }
        length += steps;
    }

    private void hear(int column, int step, byte state, int velocity) {
        boolean sounds = starts[column] != NONE;
        if (sounds && state != BandCells.HELD) {
            ended.add(sounding(column, step));
            starts[column] = NONE;
        }
        if (state == BandCells.STRUCK || (state == BandCells.HELD && !sounds)) {
            starts[column] = step;
            velocities[column] = velocity > 0 ? velocity : USUAL_VELOCITY;
        }
    }

    private QuantizedNote sounding(int column, int end) {
        return new QuantizedNote(column, velocities[column], starts[column], end);
    }

    /**
     * The part.
     *
     * @param ticksPerStep how long a step is
     * @param startTick where the first segment begins; before 0 if the first notes are not to be heard
     * @param endTick where all notes end at last
     * @return a part with the instrument's name and program
     */
    public Part part(long ticksPerStep, long startTick, long endTick) {
        List<Note> notes = new ArrayList<>();
        for (QuantizedNote note : all()) {
            long from = startTick + note.startStep() * ticksPerStep;
            long to = Math.min(endTick, startTick + note.endStep() * ticksPerStep);
            int pitch = instrument.pitch(note.pitch()) + higher;
            if (from >= 0 && from < to && pitch >= Pitch.MIN && pitch <= Pitch.MAX) {
                notes.add(new Note(pitch, note.velocity(), from, to));
            }
        }
        return Part.builder(instrument.name())
                .program(instrument.program())
                .drums(instrument.drums())
                .notes(notes)
                .build();
    }

    private List<QuantizedNote> all() {
        List<QuantizedNote> all = new ArrayList<>(ended);
        for (int column = 0; column < starts.length; column++) {
            if (starts[column] != NONE) {
                all.add(sounding(column, length));
            }
        }
        return all;
    }
}
