package io.github.musicgen.api.tensor;

import io.github.musicgen.api.format.MalformedModelException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names and shapes of a table of tensors, without the values.
 *
 * @param shapes the shapes by name, in the order of the file
 */
public record TensorSchema(Map<String, Shape> shapes) {
    /** So many faults are told one by one; another model than was expected has hundreds of them. */
    private static final int MAX_TOLD = 12;

    /** Copies the map and keeps its order. */
    public TensorSchema {
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
    }

    /**
     * How many values there are in all.
     *
     * @return the number of parameters
     */
    public long valueCount() {
        return shapes.values().stream().mapToLong(Shape::values).sum();
    }

    /**
     * Checks that the same names stand here and there, with the same shapes, in whatever order.
     *
     * @param place what errors call the file that this schema is of
     * @param expected what there has to be
     * @throws MalformedModelException if not; it names what is missing, extra and misshapen
     */
    public void require(String place, TensorSchema expected) throws MalformedModelException {
        List<String> faults = faults(expected);
        if (faults.isEmpty()) {
            return;
        }
        String told = String.join("; ", faults.subList(0, Math.min(MAX_TOLD, faults.size())));
        String untold = faults.size() > MAX_TOLD ? "; and " + (faults.size() - MAX_TOLD) + " more" : "";
        throw new MalformedModelException(
                place, "exactly the " + expected.shapes.size() + " tensors of this model", told + untold);
    }

    private List<String> faults(TensorSchema expected) {
        List<String> faults = new ArrayList<>();
        expected.shapes.forEach((name, wanted) -> {
            Shape shape = shapes.get(name);
            if (shape == null) {
                faults.add("missing " + name + " " + wanted);
            } else if (!shape.equals(wanted)) {
                faults.add("misshapen " + name + " " + shape + " instead of " + wanted);
            }
        });
        shapes.forEach((name, shape) -> {
            if (!expected.shapes.containsKey(name)) {
                faults.add("extra " + name + " " + shape);
            }
        });
        return faults;
    }
}
