package io.github.musicgen.api.tensor;

import io.github.musicgen.api.format.MalformedModelException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The tensors of one model, in the order of the file. */
public final class TensorTable implements Iterable<Tensor> {
    private final Map<String, Tensor> tensors;

    private TensorTable(Map<String, Tensor> tensors) {
        this.tensors = tensors;
    }

    /**
     * A table of these tensors.
     *
     * @param tensors with a name of its own each
     * @return the table, in the same order
     */
    public static TensorTable of(Collection<Tensor> tensors) {
        Map<String, Tensor> table = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            if (table.put(tensor.name(), tensor) != null) {
                throw new IllegalArgumentException(
                        "tensors must have different names, but two are named " + tensor.name());
            }
        }
        return new TensorTable(table);
    }

    /**
     * A table of these tensors.
     *
     * @param tensors with a name of its own each
     * @return the table, in the same order
     */
    public static TensorTable of(Tensor... tensors) {
        return of(List.of(tensors));
    }

    /**
     * A tensor that has to be there, because the schema was checked.
     *
     * @param name its name
     * @return the tensor
     */
    public Tensor tensor(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the name must be one of " + tensors.keySet() + ", but was " + name));
    }

    /**
     * A tensor that may be there.
     *
     * @param name its name
     * @return the tensor, if there is one of this name
     */
    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * How many there are.
     *
     * @return the number of tensors
     */
    public int size() {
        return tensors.size();
    }

    /**
     * The names and shapes.
     *
     * @return the schema, in the same order
     */
    public TensorSchema schema() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
        return new TensorSchema(shapes);
    }

    /**
     * Checks that every value is a number and finite.
     *
     * @param place what errors call the file
     * @throws MalformedModelException if one is not; it names the tensor and the index of the value
     */
    public void requireFinite(String place) throws MalformedModelException {
        for (Tensor tensor : tensors.values()) {
            OptionalInt index = tensor.firstNonFinite();
            if (index.isPresent()) {
                int at = index.getAsInt();
                throw new MalformedModelException(
                        place + ", tensor " + tensor.name() + ", value " + at,
                        "a finite number",
                        String.valueOf(tensor.values()[at]));
            }
        }
    }

    @Override
    public Iterator<Tensor> iterator() {
        return List.copyOf(tensors.values()).iterator();
    }
}
