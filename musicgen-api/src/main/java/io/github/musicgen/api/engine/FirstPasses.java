package io.github.musicgen.api.engine;

/**
 * Bridges the time until HotSpot has compiled the loops over rows, some 60 ms in which a young process would run them many times
 * slower. A loop that HotSpot has seen with short rows only is compiled in a fifth of that, and nearly as fast. So loops of that kind
 * are shown to HotSpot before weights are there, and take the first passes; the better loops take some of those that follow, until
 * HotSpot has seen enough of them, and then all. The bits are the same.
 */
final class FirstPasses {
    /** Often enough for HotSpot to compile a method for its calls, before it would for the turns of its loop. */
    private static final int CALLS = 2500;

    private static final int TURNS = 24;

    /** Some hundred steps of a model: a process that takes no more does not wait for a compiler when it ends. */
    private static final int EARLY = 1 << 14;

    /** So many that HotSpot has the better loops compiled by then. */
    private static final int ALL = 1 << 18;

    /** One of so many of the passes in between goes to the better loops, which are slow until then. */
    private static final int SHARE = 8;

    private static int taken; // by any thread; a lost count loses nothing

    private FirstPasses() {}

    /** Shows the early loops to HotSpot, which compiles them on another core. A millisecond or two. */
    static void rehearse() {
        float[] row = new float[TURNS];
        for (int i = 0; i < CALLS; i++) {
            Rows.addFourEarly(row, row, row, row, 0, 0, 0, 0, row);
            Rows.addEarly(row, 0, row);
        }
    }

    /** Whether the next pass is for a loop that is compiled early. */
    static boolean isEarly() {
        int before = taken;
        if (before >= ALL) {
            return false;
        }
        taken = before + 1;
        return before < EARLY || before % SHARE != 0;
    }
}
