package io.github.musicgen.api.weights;

import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.weights.ReferenceNetwork.Attention;
import io.github.musicgen.api.weights.ReferenceNetwork.Cell;
import io.github.musicgen.api.weights.ReferenceNetwork.Dense;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the tensors of Magenta's files together, whichever generation of TensorFlow named them. */
final class ReferenceNetworks {
    private static final String WEIGHTS = "(kernel|weights|Matrix|W_0)";
    private static final String BIAS = "(bias|biases|Bias|B)";

    private final TensorTable tensors;

    private ReferenceNetworks(TensorTable tensors) {
        this.tensors = tensors;
    }

    /** A network in the zero state. */
    static ReferenceNetwork of(WeightFile file) {
        return new ReferenceNetworks(file.tensors())
                .network(file.attentionLength().orElse(40));
    }

    private ReferenceNetwork network(int attentionLength) {
        List<Cell> cells = new ArrayList<>();
        while (has(cell(cells.size()) + WEIGHTS)) {
            String cell = cell(cells.size());
            cells.add(new Cell(tensor(cell + WEIGHTS), tensor(cell + BIAS)));
        }
        boolean wholeStack = has(".*attention_cell_wrapper/multi_rnn_cell/.*");
        @Nullable
        Attention attention = has(".*/attn_v") ? attention(wholeStack ? cells.size() : 1, attentionLength) : null;
        return new ReferenceNetwork(cells, attention, dense(".*fully_connected/"));
    }

    private Attention attention(int cells, int length) {
        String wrapper = ".*attention_cell_wrapper/";
        return new Attention(
                cells,
                length,
                dense(wrapper),
                dense(wrapper + "attention/"),
                dense(wrapper + "(attn|attention)_output_projection/"),
                tensor(wrapper + "attention/attn_w"),
                tensor(wrapper + "attention/attn_v"));
    }

    private static String cell(int layer) {
        return ".*(cell_|Cell)" + layer + "/(attention_cell_wrapper/)?(basic_lstm_cell|BasicLSTMCell/Linear|LSTMCell)/";
    }

    private Dense dense(String scope) {
        return new Dense(tensor(scope + WEIGHTS), tensor(scope + BIAS));
    }

    private boolean has(String pattern) {
        return !find(pattern).isEmpty();
    }

    private Tensor tensor(String pattern) {
        List<Tensor> found = find(pattern);
        if (found.size() != 1) {
            throw new AssertionError("one tensor must be named like " + pattern + ", but these are: " + found);
        }
        return found.get(0);
    }

    private List<Tensor> find(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        List<Tensor> found = new ArrayList<>();
        for (Tensor tensor : tensors) {
            if (compiled.matcher(tensor.name()).matches()) {
                found.add(tensor);
            }
        }
        return found;
    }
}
