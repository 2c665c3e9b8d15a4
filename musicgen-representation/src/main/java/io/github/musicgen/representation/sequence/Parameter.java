package io.github.musicgen.representation.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that controllers 98 to 101 select for data entry.
 *
 * @param registered whether MIDI itself defines it
 * @param coarse the upper half of its number
 * @param fine the lower half of its number
 */
record Parameter(boolean registered, int coarse, int fine) {
    /** The registered number that stands for none. */
    static final Parameter NONE = new Parameter(true, 127, 127);

    private static final int FINE = 98;
    private static final int COARSE = 99;
    private static final int REGISTERED_FINE = 100;
    private static final int REGISTERED_COARSE = 101;

    static boolean isSelectedBy(int controller) {
        return controller >= FINE && controller <= REGISTERED_COARSE;
    }

    /** The parameter that is selected when a controller that selects changes. */
    static Parameter after(@Nullable Parameter before, ControlChange change) {
        int controller = change.controller();
        boolean registered = controller >= REGISTERED_FINE;
        Parameter base = before == null || before.registered != registered ? NONE : before;
        return controller == COARSE || controller == REGISTERED_COARSE
                ? new Parameter(registered, change.value(), base.fine)
                : new Parameter(registered, base.coarse, change.value());
    }

    /** What selects it. */
    List<ControlChange> selection() {
        return List.of(
                new ControlChange(0, registered ? REGISTERED_COARSE : COARSE, coarse),
                new ControlChange(0, registered ? REGISTERED_FINE : FINE, fine));
    }
}
