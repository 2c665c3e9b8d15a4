package io.github.musicgen.api.engine;

/**
 * Bridges the time until HotSpot has compiled the loops over rows, some 60 ms in which a young process would run them many times
 * slower. A loop that HotSpot has seen with short rows only is compiled in a fifth of that, and nearly as fast. So loops of that kind
 * are shown to HotSpot when the engine is first asked for, and take the first passes; the better loops take some of those that follow,
 * until HotSpot has seen enough of them, and then all. The bits are the same. Decision 52 has the figures.
 */
final class FirstPasses {
    /** Of this process. */
    private static final FirstPasses SHARED = rehearsed();

    /**
     * HotSpot compiles a method for its calls, before it would for the turns of its loop, after some 700 calls of 16,000 turns that it
     * has counted; it begins to count after some hundred, or as many more as are made while it compiles the loop to count.
     */
    private static final int CALLS = 2500;

    private static final int TURNS = 24;

    /**
     * The functions between the products need no second version: after some 200 calls HotSpot's quick compiler takes them, and the
     * thorough one later judges by the lengths that networks have. Left to themselves, 64 steps are too few calls even for that.
     */
    private static final int STEPS = 250;

    private static final int CELLS = 8;

    /** Some hundred steps of a model: a process that takes no more does not wait for a compiler when it ends. */
    private static final int EARLY = 1 << 14;

    /** So many that HotSpot has the better loops compiled by then. */
    private static final int ALL = 1 << 18;

    /** One of so many passes goes to the better loops while they are slow; prime, or a step of the network might never meet it. */
    private static final int SHARE = 7;

    // By any thread. A count that is lost, or set back, costs time and changes no bit; once over, it is over.
    private int taken;
    private boolean over;

    FirstPasses() {}

    /** Whether the next pass of this process is for a loop that is compiled early. The first call shows the loops to HotSpot. */
    static boolean isNextEarly() {
        return SHARED.isEarly();
    }

    /** Shows the loops to HotSpot, if nobody has: what is compiled now need not be waited for later. A few milliseconds. */
    static void prepare() {
        // the class is initialized
    }

    private static FirstPasses rehearsed() {
        float[] row = new float[TURNS];
        for (int i = 0; i < CALLS; i++) {
            Rows.addFourEarly(row, row, row, row, 0, 0, 0, 0, row);
            Rows.addEarly(row, 0, row);
        }
        LstmCells cells = new LstmCells(new float[CELLS], new float[CELLS]);
        Powers powers = new Powers(CELLS);
        float[] scores = new float[CELLS];
        for (int i = 0; i < STEPS; i++) {
            cells.step(CELLS);
            powers.ofScores(scores);
        }
        return new FirstPasses();
    }

    boolean isEarly() {
        if (over) {
            return false;
        }
        int before = taken;
        taken = before + 1;
        over = before + 1 >= ALL;
        return before < EARLY || before % SHARE != 0;
    }
}
