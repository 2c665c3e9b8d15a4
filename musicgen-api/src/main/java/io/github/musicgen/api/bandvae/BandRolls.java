package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.pianoroll.Ensemble;
import io.github.musicgen.representation.pianoroll.PianoRoll;
import io.github.musicgen.representation.pianoroll.PitchRange;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the instruments of a band play in a piece, on the band's grid. Immutable.
 *
 * <p>Parts go to the instrument of the {@linkplain Ensemble#BAND group} that their program belongs to; parts of other groups, and pitches
 * that an instrument has no column for, are left out. Music that begins with a part of a bar has silence {@linkplain #lead before it}, so that
 * segments begin with bars.
 */
public final class BandRolls {
    private static final int MAX_VELOCITY = 127;

    private final BandVaeConfiguration configuration;
    private final int lead;
    private final int steps;
    private final List<byte[]> states; // an instrument each // [steps * columns]
    private final List<byte[]> velocities; // the same, 0 where nothing is struck

    private BandRolls(
            BandVaeConfiguration configuration, int lead, int steps, List<byte[]> states, List<byte[]> velocities) {
        this.configuration = configuration;
        this.lead = lead;
        this.steps = steps;
        this.states = states;
        this.velocities = velocities;
    }

    /**
     * Reads a piece.
     *
     * @param music in 4/4 from beginning to end
     * @param configuration whose grid and instruments
     * @return its rolls, until its last note ends
     * @throws IllegalArgumentException if a bar is longer or shorter than four quarters, or the piece too long for rolls
     */
    public static BandRolls of(NoteSequence music, BandVaeConfiguration configuration) {
        return of(configuration, BandReading.of(music, configuration));
    }

    /**
     * Reads a piece of which the first instrument plays all but the drums.
     *
     * @param melody in 4/4 from beginning to end
     * @param configuration whose grid and instruments
     * @return its rolls, until its last note ends
     * @throws IllegalArgumentException if a bar is longer or shorter than four quarters, or the piece too long for rolls
     */
    public static BandRolls ofMelody(NoteSequence melody, BandVaeConfiguration configuration) {
        return of(configuration, BandReading.ofMelody(melody, configuration));
    }

    private static BandRolls of(BandVaeConfiguration configuration, BandReading reading) {
        int lead = reading.lead();
        List<List<QuantizedNote>> notes = reading.notes();
        int steps = Math.addExact(lead, reading.endStep());
        List<byte[]> states = new ArrayList<>();
        List<byte[]> velocities = new ArrayList<>();
        for (int i = 0; i < notes.size(); i++) {
            BandInstrument instrument = configuration.instruments().get(i);
            List<QuantizedNote> known = known(notes.get(i), lead, instrument);
            PitchRange range = new PitchRange(0, instrument.columns() - 1);
            states.add(PianoRoll.binary(known, steps, range).codes());
            velocities.add(velocities(known, steps, instrument.columns()));
        }
        return new BandRolls(configuration, lead, steps, states, velocities);
    }

    /** Notes with columns in place of pitches. A drum has no length. */
    private static List<QuantizedNote> known(List<QuantizedNote> notes, int lead, BandInstrument instrument) {
        boolean struck = instrument.lowest() == BandInstrument.DRUM_CLASSES;
        List<QuantizedNote> known = new ArrayList<>();
        for (QuantizedNote note : notes) {
            int start = lead + note.startStep();
            int end = struck ? start + 1 : lead + note.endStep();
            instrument
                    .column(note.pitch())
                    .ifPresent(column -> known.add(new QuantizedNote(column, note.velocity(), start, end)));
        }
        return known;
    }

    private static byte[] velocities(List<QuantizedNote> notes, int steps, int columns) {
        byte[] velocities = new byte[steps * columns];
        for (QuantizedNote note : notes) {
            int cell = note.startStep() * columns + note.pitch();
            if (note.startStep() < steps) {
                velocities[cell] = (byte) Math.max(velocities[cell], Math.min(MAX_VELOCITY, note.velocity()));
            }
        }
        return velocities;
    }

    /**
     * The same with another leader: the first instrument plays what one of the others played, and that one is silent.
     *
     * @param instrument index of the one that gives up its notes; of 0 nothing changes
     * @return the rolls; pitches that the first instrument has no column for are left out
     * @throws IllegalArgumentException if it is the drums, or there is no such instrument
     */
    public BandRolls ledBy(int instrument) {
        if (instrument < 0 || instrument >= states.size()) {
            throw new IllegalArgumentException(
                    "an instrument must be 0.." + (states.size() - 1) + ", but was " + instrument);
        }
        BandInstrument from = configuration.instruments().get(instrument);
        BandInstrument first = configuration.instruments().get(0);
        if (from.drums()) {
            throw new IllegalArgumentException("who leads must play pitches, but the " + from.name() + " do not");
        }
        if (instrument == 0) {
            return this;
        }
        List<byte[]> led = new ArrayList<>(states);
        List<byte[]> ledVelocities = new ArrayList<>(velocities);
        led.set(0, moved(states.get(instrument), from, first));
        ledVelocities.set(0, moved(velocities.get(instrument), from, first));
        led.set(instrument, new byte[states.get(instrument).length]);
        ledVelocities.set(instrument, new byte[states.get(instrument).length]);
        return new BandRolls(configuration, lead, steps, led, ledVelocities);
    }

    /**
     * What the first instrument plays alone.
     *
     * @return the rolls, in which all others are silent
     */
    public BandRolls first() {
        List<byte[]> cells = new ArrayList<>();
        List<byte[]> cellVelocities = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            cells.add(i == 0 ? states.get(i) : new byte[states.get(i).length]);
            cellVelocities.add(i == 0 ? velocities.get(i) : new byte[states.get(i).length]);
        }
        return new BandRolls(configuration, lead, steps, cells, cellVelocities);
    }

    private static byte[] moved(byte[] cells, BandInstrument from, BandInstrument to) {
        return Columns.moved(cells, from.columns(), to.columns(), from.lowest() - to.lowest());
    }

    /**
     * How long it is silent before the music, so that its first step begins a bar.
     *
     * @return steps, fewer than a bar has
     */
    public int lead() {
        return lead;
    }

    /**
     * How long it is.
     *
     * @return steps, until the last note ends, {@link #lead} among them
     */
    public int steps() {
        return steps;
    }

    /**
     * A passage.
     *
     * @param fromStep its first step; less than 0 for silence before
     * @param newSteps how long it is; silence fills what lies beyond the end
     * @return the passage, whose notes from before it are held from its first step on
     */
    public BandRolls window(int fromStep, int newSteps) {
        List<byte[]> cut = new ArrayList<>();
        List<byte[]> cutVelocities = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            int columns = configuration.instruments().get(i).columns();
            cut.add(window(states.get(i), columns, fromStep, newSteps));
            cutVelocities.add(window(velocities.get(i), columns, fromStep, newSteps));
        }
        return new BandRolls(configuration, 0, newSteps, cut, cutVelocities);
    }

    private byte[] window(byte[] cells, int columns, int fromStep, int newSteps) {
        byte[] cut = new byte[Math.multiplyExact(newSteps, columns)];
        int first = Math.max(0, fromStep);
        int last = Math.min(steps, fromStep + newSteps);
        if (first < last) {
            System.arraycopy(cells, first * columns, cut, (first - fromStep) * columns, (last - first) * columns);
        }
        return cut;
    }

    /**
     * How many segments lie within it.
     *
     * @return whole segments, from the first step on
     */
    public int segments() {
        return steps / configuration.steps();
    }

    /**
     * What an instrument plays in a segment.
     *
     * @param instrument its index
     * @param segment from 0 on
     * @return the cells
     */
    public BandCells segment(int instrument, int segment) {
        return BandCells.of(cut(states, instrument, segment));
    }

    /**
     * How hard an instrument strikes its notes in a segment.
     *
     * @param instrument its index
     * @param segment from 0 on
     * @return 1 to 127 where a note is struck, 0 elsewhere // [steps * columns]
     */
    public byte[] velocities(int instrument, int segment) {
        return cut(velocities, instrument, segment);
    }

    private byte[] cut(List<byte[]> all, int instrument, int segment) {
        if (segment < 0 || segment >= segments()) {
            throw new IllegalArgumentException("a segment must be 0.." + (segments() - 1) + ", but was " + segment);
        }
        int size = configuration.steps()
                * configuration.instruments().get(instrument).columns();
        return Arrays.copyOfRange(all.get(instrument), segment * size, (segment + 1) * size);
    }

    /**
     * How long each pitch class sounds.
     *
     * @return steps of all instruments that play pitches, C first // [Pitch.PER_OCTAVE]
     */
    public double[] pitchClasses() {
        double[] sounding = new double[HeardSteps.PITCH_CLASSES];
        for (int i = 0; i < states.size(); i++) {
            BandCells.of(states.get(i))
                    .addPitchClasses(configuration.instruments().get(i), sounding);
        }
        return sounding;
    }

    /**
     * Whether nobody plays.
     *
     * @return whether all cells of all instruments are silent
     */
    public boolean isSilent() {
        return states.stream().allMatch(cells -> BandCells.of(cells).isSilent());
    }

    /**
     * The same some semitones higher. Drums stay what they are; notes that an instrument has no column for are left out.
     *
     * @param semitones how far; lower if negative
     * @return the rolls
     */
    public BandRolls transposed(int semitones) {
        List<byte[]> moved = new ArrayList<>();
        List<byte[]> movedVelocities = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            BandInstrument instrument = configuration.instruments().get(i);
            int by = instrument.drums() ? 0 : semitones;
            int columns = instrument.columns();
            moved.add(Columns.moved(states.get(i), columns, columns, by));
            movedVelocities.add(Columns.moved(velocities.get(i), columns, columns, by));
        }
        return new BandRolls(configuration, lead, steps, moved, movedVelocities);
    }
}
