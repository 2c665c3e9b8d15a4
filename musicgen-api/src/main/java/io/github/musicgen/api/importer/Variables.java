package io.github.musicgen.api.importer;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The variables of a file under today's names; each is taken once, so that none is forgotten. */
final class Variables {
    private final String place;
    private final Map<String, Tensor> left = new LinkedHashMap<>();

    Variables(String place, TensorTable tensors) throws MalformedModelException {
        this.place = place;
        for (Tensor tensor : tensors) {
            Tensor other = left.put(VariableName.today(tensor.name()), tensor);
            if (other != null) {
                throw malformed("one network", "both " + other.name() + " and " + tensor.name());
            }
        }
    }

    boolean has(String suffix) {
        return left.keySet().stream().anyMatch(name -> endsWith(name, suffix));
    }

    /** Whether some variable lies within scopes. */
    boolean hasScope(String scopes) {
        return left.keySet().stream().anyMatch(name -> ("/" + name).contains("/" + scopes + "/"));
    }

    /** The variable whose name ends like this, in whatever scopes. */
    Tensor take(String suffix, int rank) throws MalformedModelException {
        Optional<Tensor> found = takeIfThere(suffix, rank);
        if (found.isEmpty()) {
            throw malformed("a variable " + suffix, "only " + names());
        }
        return found.get();
    }

    /** The shape of that variable, which stays. */
    Shape shape(String suffix, int rank) throws MalformedModelException {
        Tensor tensor = take(suffix, rank);
        left.put(VariableName.today(tensor.name()), tensor);
        return tensor.shape();
    }

    Optional<Tensor> takeIfThere(String suffix, int rank) throws MalformedModelException {
        List<String> names =
                left.keySet().stream().filter(name -> endsWith(name, suffix)).toList();
        if (names.size() > 1) {
            throw malformed("one network", "several: " + String.join(" and ", names));
        }
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Tensor tensor = left.remove(names.get(0));
        Shape shape = tensor.shape();
        if (shape.rank() != rank) {
            throw malformed("variable " + tensor.name() + " of " + rank + " axes", shape.toString());
        }
        return Optional.of(tensor);
    }

    /** Single numbers are of no use to any network; anything larger means that this is another one. */
    List<String> takeScalars() {
        List<String> scalars = left.entrySet().stream()
                .filter(entry -> entry.getValue().shape().rank() == 0)
                .map(Map.Entry::getKey)
                .toList();
        scalars.forEach(left::remove);
        return scalars;
    }

    void requireAllTaken() throws MalformedModelException {
        if (!left.isEmpty()) {
            throw malformed("only variables of a melody network", "also " + names());
        }
    }

    String names() {
        return left.values().stream().limit(8).map(Tensor::toString).collect(Collectors.joining(", "))
                + (left.size() > 8 ? " and " + (left.size() - 8) + " more" : "");
    }

    MalformedModelException malformed(String expected, String found) {
        return new MalformedModelException(place, expected, found);
    }

    private static boolean endsWith(String name, String suffix) {
        return name.equals(suffix) || name.endsWith("/" + suffix);
    }
}
