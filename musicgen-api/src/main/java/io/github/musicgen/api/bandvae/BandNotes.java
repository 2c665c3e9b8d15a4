package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments of one instrument, one after the other, as notes. A note that is held over a border is one note; one that is held where nothing
 * sounded before starts there. What lies too low for the instrument, for it was learned in another key, is raised by octaves. Columns that
 * then have the same pitch sound as one: struck when any of them is, until all are silent.
 */
public final class BandNotes {
    private static final int USUAL_VELOCITY = 100;

    private static final int NONE = -1;

    private final BandInstrument instrument;
    private final int steps;
    private final Map<Integer, Voice> voices = new LinkedHashMap<>(); // by their pitches
    private final List<QuantizedNote> ended = new ArrayList<>();
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
        this.steps = configuration.steps();
        for (int column = 0; column < this.instrument.columns(); column++) {
            int pitch = playable(column, key);
            if (pitch <= Pitch.MAX) {
                voices.computeIfAbsent(pitch, Voice::new).columns.add(column);
            }
        }
    }

    private int playable(int column, PlayedKey key) {
        int pitch = instrument.pitch(column);
        return instrument.drums() ? pitch : LowestNotes.raised(pitch - key.toHome(), instrument.program());
    }

    /**
     * Appends a segment.
     *
     * @param cells what is played
     * @param cellVelocities how hard, 1 to 127; 0 for the usual // [steps * columns]
     */
    public void add(BandCells cells, byte[] cellVelocities) {
        for (int step = 0; step < steps; step++) {
            for (Voice voice : voices.values()) {
                voice.hear(length + step, step * instrument.columns(), cells, cellVelocities);
            }
        }
        length += steps;
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
            if (from >= 0 && from < to) {
                notes.add(new Note(note.pitch(), note.velocity(), from, to));
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
        for (Voice voice : voices.values()) {
            if (voice.sounds()) {
                all.add(voice.until(length));
            }
        }
        return all;
    }

    /** One pitch, and the columns that play it. */
    private final class Voice {
        private final int pitch;
        private final List<Integer> columns = new ArrayList<>();
        private int start = NONE; // of what sounds
        private int velocity; // of what sounds

        Voice(int pitch) {
            this.pitch = pitch;
        }

        void hear(int step, int firstCell, BandCells cells, byte[] velocities) {
            byte state = BandCells.SILENT;
            int hardest = 0;
            for (int column : columns) {
                int cell = firstCell + column;
                if (cells.at(cell) >= state) { // a note that starts counts for more than one that is held
                    hardest = cells.at(cell) > state ? velocities[cell] : Math.max(hardest, velocities[cell]);
                    state = cells.at(cell);
                }
            }
            hear(step, state, hardest);
        }

        private void hear(int step, byte state, int hardest) {
            if (sounds() && state != BandCells.HELD) {
                ended.add(until(step));
                start = NONE;
            }
            if (state != BandCells.SILENT && !sounds()) {
                start = step;
                velocity = hardest > 0 ? hardest : USUAL_VELOCITY;
            }
        }

        boolean sounds() {
            return start != NONE;
        }

        QuantizedNote until(int end) {
            return new QuantizedNote(pitch, velocity, start, end);
        }
    }
}
