package io.github.musicgen.representation.melody;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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

    /**
     * Melodies one behind the other, wherever each began. A note that sounds at the end of one ends there.
     *
     * @param melodies one or more of one meter and grid
     * @return all their steps, from the start of the first on
     */
    public static Melody join(List<Melody> melodies) {
        if (melodies.isEmpty()) {
            throw new IllegalArgumentException("there must be 1 melody or more to join, but were 0");
        }
        Melody first = melodies.get(0);
        IntStream.Builder events = IntStream.builder();
        for (Melody melody : melodies) {
            requireMeterOf(first, melody);
            for (int step = 0; step < melody.length(); step++) {
                boolean silentStart = step == 0 && melody.event(0) == Melody.NO_EVENT;
                events.add(silentStart ? Melody.NOTE_OFF : melody.event(step));
            }
        }
        return Melody.of(events.build().toArray())
                .withMeter(first.stepsPerBar(), first.stepsPerQuarter())
                .withStartStep(first.startStep());
    }

    private static void requireMeterOf(Melody first, Melody other) {
        if (other.stepsPerBar() != first.stepsPerBar() || other.stepsPerQuarter() != first.stepsPerQuarter()) {
            throw new IllegalArgumentException("melodies that are joined must have one meter and grid, but had "
                    + first.stepsPerBar() + " steps in a bar and " + first.stepsPerQuarter() + " in a quarter, and "
                    + other.stepsPerBar() + " and " + other.stepsPerQuarter());
        }
    }
}
