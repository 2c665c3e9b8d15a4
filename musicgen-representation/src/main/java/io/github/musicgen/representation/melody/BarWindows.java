package io.github.musicgen.representation.melody;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Stretches of whole bars of a melody or of drums, as models of short stretches see them. */
public final class BarWindows {
    private BarWindows() {}

    /**
     * All stretches of so many bars that begin with a bar, one bar apart. What is left of a bar at the start or the end is in none. A note
     * that sounds when a stretch begins is silent in it.
     *
     * @param <T> melodies or patterns of drums
     * @param whole the melody or the drums, whose bars are counted from step 0 of the music on
     * @param bars how long a stretch is, at least 1
     * @return the stretches, in order; none if the whole is too short
     */
    public static <T extends Stretch<T>> List<T> of(T whole, int bars) {
        if (bars < 1) {
            throw new IllegalArgumentException("bars of a stretch must be at least 1, but were " + bars);
        }
        int bar = whole.stepsPerBar();
        long length = (long) bars * bar;
        List<T> windows = new ArrayList<>();
        for (long from = Math.floorMod(-whole.startStep(), bar); from + length <= whole.length(); from += bar) {
            windows.add(whole.slice((int) from, (int) (from + length)));
        }
        return windows;
    }

    /**
     * The same of a whole that begins with a bar, wherever in the music: its bars are counted from there.
     *
     * @param <T> melodies or patterns of drums
     * @param whole the melody or the drums
     * @param bars how long a stretch is, at least 1
     * @return the stretches, in order; none if the whole is too short
     */
    public static <T extends Stretch<T>> List<T> fromStart(T whole, int bars) {
        int start = whole.startStep();
        return of(whole.withStartStep(0), bars).stream()
                .map(window -> window.withStartStep(start + window.startStep()))
                .toList();
    }

    /**
     * Stretches one behind the other, wherever each began. A note that sounds at the end of one ends there.
     *
     * @param <T> melodies or patterns of drums
     * @param stretches one or more of one meter and grid
     * @return all their steps, from the start of the first on
     */
    public static <T extends Stretch<T>> T join(List<T> stretches) {
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("there must be 1 stretch or more to join, but were 0");
        }
        T first = stretches.get(0);
        IntStream.Builder events = IntStream.builder();
        for (T stretch : stretches) {
            requireMeterOf(first, stretch);
            for (int step = 0; step < stretch.length(); step++) {
                boolean endsWhatSounds =
                        step == 0 && stretch instanceof Melody melody && melody.event(0) == Melody.NO_EVENT;
                events.add(endsWhatSounds ? Melody.NOTE_OFF : stretch.event(step));
            }
        }
        return first.withEvents(events.build().toArray());
    }

    private static void requireMeterOf(Stretch<?> first, Stretch<?> other) {
        if (other.stepsPerBar() != first.stepsPerBar() || other.stepsPerQuarter() != first.stepsPerQuarter()) {
            throw new IllegalArgumentException("stretches that are joined must have one meter and grid, but had "
                    + first.stepsPerBar() + " steps in a bar and " + first.stepsPerQuarter() + " in a quarter, and "
                    + other.stepsPerBar() + " and " + other.stepsPerQuarter());
        }
    }
}
