package io.github.musicgen.representation.sequence;

import java.util.Map;
import java.util.Set;

/** What MIDI says about controllers as a whole. */
final class Controllers {
    /**
     * The values at rest of the controllers that have one: those that "reset all controllers" sets (MMA recommended practice
     * RP-015). It leaves volume, pan and the choice of sounds alone.
     */
    static final Map<Integer, Integer> AT_REST = Map.of(
            1,
            0, // modulation
            11,
            127, // expression
            ControlChange.SUSTAIN,
            0,
            65,
            0, // portamento
            66,
            0, // sostenuto
            67,
            0); // soft pedal

    /** Data entry and the choice of the parameter that it goes to: what one of them means depends on the others. */
    private static final Set<Integer> PARAMETER = Set.of(6, 38, 98, 99, 100, 101);

    private static final int DATA_INCREMENT = 96;
    private static final int DATA_DECREMENT = 97;
    private static final int FIRST_CHANNEL_MODE = 120;

    private Controllers() {}

    /** Whether a controller holds its value until the next one, instead of doing something once. */
    static boolean holds(int controller) {
        return controller < FIRST_CHANNEL_MODE && controller != DATA_INCREMENT && controller != DATA_DECREMENT;
    }

    /** A number that is common to the controllers that have a meaning only together. */
    static int group(int controller) {
        return PARAMETER.contains(controller) ? -1 : controller;
    }
}
