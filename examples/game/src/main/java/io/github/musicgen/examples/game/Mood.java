package io.github.musicgen.examples.game;

/**
 * How a bar shall be.
 *
 * @param temperature how daring its notes are
 * @param grid how many steps lie between two places where a note may start: 4 for quarters, 1 for sixteenths
 * @param eagerness how much likelier a note starts in such a place than the model finds
 * @param outside how much of their likelihood notes outside the key keep, 0 to 1
 * @param velocity how loud it is
 */
record Mood(double temperature, int grid, double eagerness, double outside, int velocity) {
    private static final double UNREST = 0.3; // from here on eighths
    private static final double ALARM = 0.6; // from here on sixteenths

    /** Danger, 0 to 1, makes music denser, louder and more daring. */
    static Mood ofDanger(double danger) {
        if (!(danger >= 0 && danger <= 1)) {
            throw new IllegalArgumentException("danger must be 0..1, but was " + danger);
        }
        int grid = danger < UNREST ? 4 : danger < ALARM ? 2 : 1;
        return new Mood(
                0.7 + 0.7 * danger,
                grid,
                1 + 30 * danger * danger, // models write few sixteenths by themselves
                Math.max(0, 2 * danger - 1), // up to half the danger nothing sounds wrong
                (int) Math.round(64 + 56 * danger));
    }
}
