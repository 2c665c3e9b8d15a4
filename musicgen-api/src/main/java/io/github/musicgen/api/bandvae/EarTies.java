package io.github.musicgen.api.bandvae;

import static io.github.musicgen.api.bandvae.HeardSteps.PITCH_CLASSES;

/**
 * Which of an ear's numbers count for which scores, by what is heard at a step: where an ear adds them, and where a training finds their
 * gradients. Immutable.
 *
 * <p>Scores are told by plane, sounding or starting, and place: a pitch class, or the column of a drum.
 *
 * <p>Of pitches, intervals count alone: so what was learned in one key holds in all, and what was learned of one instrument for all of
 * them. There are three times twelve numbers by the interval from a pitch class up to the place (others that sound to sounding, others
 * that start to sounding, others that start to starting) and three of rhythm (others that start to sounding, others that start to
 * starting, others that sound to starting).
 *
 * <p>Each drum has numbers of its own, to sounding: that anybody starts, that anybody sounds, and the same of each that is heard, because
 * a kick goes with the bass rather than with the strings.
 */
public final class EarTies {
    /** Rows of numbers by interval. */
    public static final int PITCH_ROWS = 3;

    /** Numbers of rhythm. */
    public static final int RHYTHMS = 3;

    /** Rows of numbers of drums: for all others together, and for each of them. */
    public static final int DRUM_ROWS = 2;

    /** Planes that an ear adds to. */
    public static final int PLANES = 2;

    private static final int SOUNDING = 0;
    private static final int STARTING = 1;
    private static final int FIRST_RHYTHM = PITCH_ROWS * PITCH_CLASSES;

    private final BandInstrument listener;
    private final int others;

    /** Is told what counts. */
    public interface Tie {
        /**
         * A number counts.
         *
         * @param number its index
         * @param plane 0 where it adds to sounding, 1 to starting
         * @param place the pitch class or column to whose scores it adds
         */
        void at(int number, int plane, int place);
    }

    /**
     * Of an ear.
     *
     * @param listener who hears
     * @param others how many others it listens to, from the first of the band on
     */
    public EarTies(BandInstrument listener, int others) {
        this.listener = listener;
        this.others = others;
    }

    /**
     * Whose ear it is.
     *
     * @return who hears
     */
    public BandInstrument listener() {
        return listener;
    }

    /**
     * How many numbers the ear has.
     *
     * @return those of intervals and rhythm, or those of drums
     */
    public int count() {
        return listener.drums() ? drumRows(others) * listener.columns() : FIRST_RHYTHM + RHYTHMS;
    }

    /**
     * How many rows of numbers drums have.
     *
     * @param others how many others they listen to
     * @return rows, each with a number for each drum
     */
    public static int drumRows(int others) {
        return DRUM_ROWS * (1 + others);
    }

    /**
     * How many places there are.
     *
     * @return pitch classes, or drums
     */
    public int places() {
        return listener.drums() ? listener.columns() : PITCH_CLASSES;
    }

    /**
     * The place of a column.
     *
     * @param column of the listener's rolls
     * @return from 0 on
     */
    public int place(int column) {
        return listener.drums() ? column : HeardSteps.pitchClass(listener, column);
    }

    /**
     * Tells what counts at a step.
     *
     * @param heard what others play
     * @param step of the segment
     * @param tie is told; nothing if nobody sounds
     */
    public void at(HeardSteps heard, int step, Tie tie) {
        if (!heard.sounds(step)) {
            return;
        }
        if (listener.drums()) {
            drums(heard.starts(step), heard.sounds(step), 0, tie);
            for (int other = 0; other < others; other++) {
                drums(heard.startsFrom(step, other), heard.soundsFrom(step, other), DRUM_ROWS * (1 + other), tie);
            }
        } else {
            rhythm(heard.starts(step), tie);
            intervals(heard, step, tie);
        }
    }

    private void drums(boolean starts, boolean sounds, int row, Tie tie) {
        int columns = listener.columns();
        for (int column = 0; column < columns; column++) {
            if (starts) {
                tie.at(row * columns + column, SOUNDING, column);
            }
            if (sounds) {
                tie.at((row + 1) * columns + column, SOUNDING, column);
            }
        }
    }

    private static void rhythm(boolean starts, Tie tie) {
        for (int place = 0; place < PITCH_CLASSES; place++) {
            if (starts) {
                tie.at(FIRST_RHYTHM, SOUNDING, place);
                tie.at(FIRST_RHYTHM + 1, STARTING, place);
            }
            tie.at(FIRST_RHYTHM + 2, STARTING, place);
        }
    }

    private static void intervals(HeardSteps heard, int step, Tie tie) {
        for (int from = 0; from < PITCH_CLASSES; from++) {
            boolean sounds = heard.sounds(step, from);
            boolean starts = heard.starts(step, from);
            for (int interval = 0; sounds && interval < PITCH_CLASSES; interval++) {
                int place = (from + interval) % PITCH_CLASSES;
                tie.at(interval, SOUNDING, place);
                if (starts) {
                    tie.at(PITCH_CLASSES + interval, SOUNDING, place);
                    tie.at(2 * PITCH_CLASSES + interval, STARTING, place);
                }
            }
        }
    }
}
