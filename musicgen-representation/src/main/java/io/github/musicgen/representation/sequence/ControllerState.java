package io.github.musicgen.representation.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the controllers of a part hold at some moment. Most hold one value. Data entry is different: it sets the parameter that
 * was selected before (the range of pitch bends, the tuning), so every parameter holds values of its own.
 */
final class ControllerState {
    /**
     * The values at rest of the controllers that have one: those that "reset all controllers" sets (MMA recommended practice
     * RP-015). It leaves volume, pan, the choice of sounds and parameters alone.
     */
    private static final Map<Integer, Integer> AT_REST = Map.of(
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

    private static final int DATA_ENTRY = 6;
    private static final int DATA_ENTRY_FINE = 38;
    private static final int DATA_INCREMENT = 96;
    private static final int DATA_DECREMENT = 97;
    private static final int FIRST_CHANNEL_MODE = 120;

    private final Map<Integer, Integer> values = new TreeMap<>(); // by controller, without those of parameters
    private final Map<Parameter, Map<Integer, Integer>> parameters =
            new LinkedHashMap<>(); // values by kind of data entry
    private @Nullable Parameter selected;

    ControllerState() {}

    private ControllerState(ControllerState other) {
        other.parameters.forEach((parameter, entries) -> parameters.put(parameter, new TreeMap<>(entries)));
        selected = other.selected;
    }

    /** Whether a controller has its meaning only together with others: it selects a parameter or sets one. */
    static boolean concernsParameter(ControlChange change) {
        int controller = change.controller();
        return isDataEntry(controller) || Parameter.isSelectedBy(controller);
    }

    private static boolean isDataEntry(int controller) {
        return controller == DATA_ENTRY || controller == DATA_ENTRY_FINE;
    }

    /** Whether a controller does something once instead of holding a value. */
    private static boolean isMoment(int controller) {
        return controller == DATA_INCREMENT || controller == DATA_DECREMENT || controller >= FIRST_CHANNEL_MODE;
    }

    void take(List<ControlChange> changes) {
        for (ControlChange change : changes) {
            take(change);
        }
    }

    private void take(ControlChange change) {
        int controller = change.controller();
        if (Parameter.isSelectedBy(controller)) {
            selected = Parameter.after(selected, change);
        } else if (isDataEntry(controller)) {
            parameters.computeIfAbsent(orNone(), absent -> new TreeMap<>()).put(controller, change.value());
        } else if (!isMoment(controller)) {
            values.put(controller, change.value());
        }
    }

    private Parameter orNone() {
        return selected == null ? Parameter.NONE : selected;
    }

    /** Whether a change says what holds; never true of one that concerns a parameter. */
    boolean holds(ControlChange change) {
        return Integer.valueOf(change.value()).equals(values.get(change.controller()));
    }

    /** Whether some changes, all of them concerning parameters, leave everything as it is. */
    boolean staySameAfter(List<ControlChange> parameterChanges) {
        if (parameterChanges.isEmpty()) {
            return true;
        }
        ControllerState after = new ControllerState(this);
        after.take(parameterChanges);
        return Objects.equals(after.selected, selected) && after.parameters.equals(parameters);
    }

    /** What brings all controllers to rest that have such a value and another one now. */
    List<ControlChange> resets(long tick) {
        return AT_REST.entrySet().stream()
                .filter(rest -> values.containsKey(rest.getKey()))
                .map(rest -> new ControlChange(tick, rest.getKey(), rest.getValue()))
                .filter(rest -> !holds(rest))
                .sorted(Comparator.comparingInt(ControlChange::controller))
                .toList();
    }

    /** All changes that bring about this state, at tick 0. */
    List<ControlChange> statement() {
        List<ControlChange> result = new ArrayList<>();
        for (Map.Entry<Parameter, Map<Integer, Integer>> entry : parameters.entrySet()) {
            result.addAll(entry.getKey().selection());
            addTo(result, entry.getValue());
        }
        if (!parameters.isEmpty() || selected != null) {
            result.addAll(orNone().selection());
        }
        addTo(result, values);
        return result;
    }

    private static void addTo(List<ControlChange> changes, Map<Integer, Integer> valueOfController) {
        for (Map.Entry<Integer, Integer> entry : valueOfController.entrySet()) {
            changes.add(new ControlChange(0, entry.getKey(), entry.getValue()));
        }
    }
}
