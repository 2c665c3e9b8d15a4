package io.github.musicgen.representation.melody;

import java.util.ArrayList;
import java.util.List;

/** Stretches of whole bars of a melody, as models of short melodies see it. */
public final class BarWindows {
    private BarWindows() {}

    /**
     * All stretches of so many bars that begin with a bar, one bar apart. What is left of a bar at the start or the end is in none. A note
     * that sounds when a stretch begins is silent in it.
     *
     * @param melody the melody, whose bars are counted from step 0 of the music on
     * @param bars how long a stretch is, at least 1
     * @return the stretches, in order; none if the melody is too short
     */
    public static List<Melody> of(Melody melody, int bars) {
        if (bars < 1) {
            throw new IllegalArgumentException("bars of a stretch must be at least 1, but were " + bars);
        }
        int bar = melody.stepsPerBar();
        long length = (long) bars * bar;
        List<Melody> windows = new ArrayList<>();
        for (long from = Math.floorMod(-melody.startStep(), bar); from + length <= melody.length(); from += bar) {
            windows.add(melody.slice((int) from, (int) (from + length)));
        }
        return windows;
    }
}
