package io.github.musicgen.api.bandvae;

import java.util.List;
import java.util.function.IntPredicate;

/** What an instrument hears of others in a segment, step by step: which pitch classes and who sounds, and which of them start. Immutable. */
public final class HeardSteps {
    /** How many pitch classes there are. */
    public static final int PITCH_CLASSES = 12;

    private final int[] sounding; // [steps], a bit for each pitch class, then one for each of the others
    private final int[] struck; // [steps], the same

    private HeardSteps(int steps) {
        sounding = new int[steps];
        struck = new int[steps];
    }

    /**
     * What is heard of the first instruments of a band.
     *
     * @param configuration the band
     * @param others what they play, from the first on
     * @return all steps of the segment
     * @throws IllegalArgumentException if there are more than the band has, or one has more or fewer cells than its segments
     */
    public static HeardSteps of(BandVaeConfiguration configuration, List<BandCells> others) {
        return of(configuration, others, other -> true);
    }

    /**
     * What is heard of some of the first instruments of a band.
     *
     * @param configuration the band
     * @param others what they play, from the first on
     * @param hears whether one of them is heard, by its index; asked once for each, in order
     * @return all steps of the segment
     * @throws IllegalArgumentException if there are more than the band has, or one that is heard has more or fewer cells than its segments
     */
    public static HeardSteps of(BandVaeConfiguration configuration, List<BandCells> others, IntPredicate hears) {
        if (others.size() > configuration.instruments().size()) {
            throw new IllegalArgumentException("a band of "
                    + configuration.instruments().size() + " instruments cannot be heard as " + others.size());
        }
        HeardSteps heard = new HeardSteps(configuration.steps());
        for (int i = 0; i < others.size(); i++) {
            if (hears.test(i)) {
                heard.add(configuration.instruments().get(i), i, others.get(i));
            }
        }
        return heard;
    }

    private void add(BandInstrument instrument, int index, BandCells cells) {
        int columns = instrument.columns();
        if (cells.size() != sounding.length * columns) {
            throw new IllegalArgumentException("a segment of the " + instrument.name() + " must have "
                    + sounding.length * columns + " cells, but had " + cells.size());
        }
        int who = bit(index);
        for (int cell = 0; cell < cells.size(); cell++) {
            byte state = cells.at(cell);
            if (state != BandCells.SILENT) {
                int bits = who | (instrument.drums() ? 0 : 1 << pitchClass(instrument, cell % columns));
                sounding[cell / columns] |= bits;
                struck[cell / columns] |= state == BandCells.STRUCK ? bits : 0;
            }
        }
    }

    private static int bit(int other) {
        return 1 << (PITCH_CLASSES + other);
    }

    /**
     * The pitch class of a column.
     *
     * @param instrument one that plays pitches
     * @param column of its rolls
     * @return 0 for C
     */
    public static int pitchClass(BandInstrument instrument, int column) {
        return (instrument.lowest() + column) % PITCH_CLASSES;
    }

    /**
     * How long the segment is.
     *
     * @return steps
     */
    public int steps() {
        return sounding.length;
    }

    /**
     * Whether anybody sounds.
     *
     * @param step of the segment
     * @return whether they do, drums too
     */
    public boolean sounds(int step) {
        return sounding[step] != 0;
    }

    /**
     * Whether anybody starts a note.
     *
     * @param step of the segment
     * @return whether they do, drums too
     */
    public boolean starts(int step) {
        return struck[step] != 0;
    }

    /**
     * Whether a pitch class sounds.
     *
     * @param step of the segment
     * @param pitchClass 0 for C
     * @return whether it does
     */
    public boolean sounds(int step, int pitchClass) {
        return (sounding[step] >> pitchClass & 1) != 0;
    }

    /**
     * Whether a note of a pitch class starts.
     *
     * @param step of the segment
     * @param pitchClass 0 for C
     * @return whether one does
     */
    public boolean starts(int step, int pitchClass) {
        return (struck[step] >> pitchClass & 1) != 0;
    }

    /**
     * Whether one of the others sounds.
     *
     * @param step of the segment
     * @param other its index in the band
     * @return whether it does
     */
    public boolean soundsFrom(int step, int other) {
        return (sounding[step] & bit(other)) != 0;
    }

    /**
     * Whether one of the others starts a note.
     *
     * @param step of the segment
     * @param other its index in the band
     * @return whether it does
     */
    public boolean startsFrom(int step, int other) {
        return (struck[step] & bit(other)) != 0;
    }
}
