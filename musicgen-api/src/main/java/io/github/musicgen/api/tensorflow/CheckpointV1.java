package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.leveldb.SortedTable;
import io.github.musicgen.api.leveldb.TableEntry;
import io.github.musicgen.api.protobuf.Message;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads checkpoints of TensorFlow's first version. Each entry of the table is a message {@code SavedTensorSlices}: the first one,
 * with an empty key, lists the variables with type and shape ({@code meta = 1}); the others hold one variable's values each
 * ({@code data = 2 { name = 1, slice = 2, data = 3 }}).
 */
public final class CheckpointV1 {
    private static final int META = 1;
    private static final int DATA = 2;
    private static final int NAME = 1;
    private static final int SLICE = 2;
    private static final int VALUES = 3;

    private final Map<String, Variable> variables;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private CheckpointV1(Map<String, Variable> variables) {
        this.variables = variables;
    }

    /**
     * Reads all variables.
     *
     * @param file a checkpoint
     * @return its variables
     * @throws MalformedModelException if it breaks the format
     */
    public static Checkpoint read(Bytes file) throws MalformedModelException {
        List<TableEntry> entries = SortedTable.read(file);
        Bytes first = first(file, entries);
        CheckpointV1 checkpoint = new CheckpointV1(VariableList.read(field(first, META, "a list of variables")));
        for (TableEntry entry : entries.subList(1, entries.size())) {
            checkpoint.add(entry.value());
        }
        return checkpoint.complete(first);
    }

    /** In both versions the entry under the empty key, which no variable has, tells of the others. */
    static Bytes first(Bytes file, List<TableEntry> entries) throws MalformedModelException {
        if (entries.isEmpty() || entries.get(0).key().size() > 0) {
            throw file.malformed(0, "an entry under the empty key", "none");
        }
        return entries.get(0).value();
    }

    private void add(Bytes entry) throws MalformedModelException {
        Message message = field(entry, DATA, "values of a variable");
        String name = message.text(NAME);
        Variable variable = variables.get(name);
        if (variable == null) {
            throw entry.malformed(0, "a variable of the list", name);
        }
        SliceMessage.requireWhole(message.message(SLICE), variable);
        if (variable.passedOver().isEmpty()) {
            float[] values = FloatsMessage.read(message.message(VALUES).bytes(), variable);
            if (tensors.put(name, new Tensor(name, variable.shape(), values)) != null) {
                throw entry.malformed(0, "every variable once", name + " again");
            }
        }
    }

    private Checkpoint complete(Bytes list) throws MalformedModelException {
        List<PassedOver> passedOver = new ArrayList<>();
        for (Variable variable : variables.values()) {
            variable.passedOver().ifPresent(passedOver::add);
            if (variable.passedOver().isEmpty() && !tensors.containsKey(variable.name())) {
                throw list.malformed(0, "values of the variable " + variable.name(), "none");
            }
        }
        return new Checkpoint(TensorTable.of(tensors.values()), passedOver);
    }

    private static Message field(Bytes entry, int field, String what) throws MalformedModelException {
        return new Message(entry).optional(field).orElseThrow(() -> entry.malformed(0, what, "none"));
    }
}
