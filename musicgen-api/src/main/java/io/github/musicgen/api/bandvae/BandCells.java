package io.github.musicgen.api.bandvae;

import java.util.Arrays;

/** What one instrument plays in one segment, cell by cell. A value. */
public final class BandCells {
    /** Nothing sounds. */
    public static final byte SILENT = 0;

    /** A note sounds that started before. */
    public static final byte HELD = 1;

    /** A note starts. */
    public static final byte STRUCK = 2;

    private final byte[] states; // [steps * columns], step by step

    private BandCells(byte[] states) {
        this.states = states;
    }

    /**
     * The cells of a segment.
     *
     * @param states one of {@link #SILENT}, {@link #HELD} and {@link #STRUCK} for each cell; copied // [steps * columns], step by step
     * @return the cells
     * @throws IllegalArgumentException if a state is none of these
     */
    public static BandCells of(byte... states) {
        for (int i = 0; i < states.length; i++) {
            if (states[i] < SILENT || states[i] > STRUCK) {
                throw new IllegalArgumentException(
                        "state of cell " + i + " must be " + SILENT + ".." + STRUCK + ", but was " + states[i]);
            }
        }
        return new BandCells(states.clone());
    }

    /**
     * Nothing at all.
     *
     * @param count how many cells
     * @return the cells
     */
    public static BandCells silence(int count) {
        return new BandCells(new byte[count]);
    }

    /**
     * How many cells there are.
     *
     * @return steps times columns
     */
    public int size() {
        return states.length;
    }

    /**
     * Counts for how many steps each pitch class sounds; of drums none.
     *
     * @param instrument who plays
     * @param sounding is added to, C first // [HeardSteps.PITCH_CLASSES]
     */
    public void addPitchClasses(BandInstrument instrument, double[] sounding) {
        if (instrument.drums()) {
            return;
        }
        for (int cell = 0; cell < states.length; cell++) {
            if (states[cell] != SILENT) {
                sounding[HeardSteps.pitchClass(instrument, cell % instrument.columns())]++;
            }
        }
    }

    /**
     * One cell.
     *
     * @param index its step times the columns plus its column
     * @return its state
     */
    public byte at(int index) {
        return states[index];
    }

    /**
     * All cells.
     *
     * @return a copy // [steps * columns]
     */
    public byte[] states() {
        return states.clone();
    }

    /**
     * Whether nothing sounds.
     *
     * @return whether all are silent
     */
    public boolean isSilent() {
        for (byte state : states) {
            if (state != SILENT) {
                return false;
            }
        }
        return true;
    }

    /**
     * The places that an encoder reads a 1 from.
     *
     * @param planes 1 for what sounds; 2 for what sounds and, beside it, what starts
     * @return ascending, each a cell times the planes plus the plane
     */
    public int[] set(int planes) {
        int[] places = new int[states.length * planes];
        int count = 0;
        for (int i = 0; i < states.length; i++) {
            if (states[i] != SILENT) {
                places[count++] = i * planes;
            }
            if (planes > 1 && states[i] == STRUCK) {
                places[count++] = i * planes + 1;
            }
        }
        return Arrays.copyOf(places, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BandCells cells && Arrays.equals(states, cells.states);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(states);
    }

    @Override
    public String toString() {
        int sounding = 0;
        for (byte state : states) {
            sounding += state == SILENT ? 0 : 1;
        }
        return "BandCells[" + sounding + " of " + states.length + " sound]";
    }
}
